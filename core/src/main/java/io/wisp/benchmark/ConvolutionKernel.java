package io.wisp.benchmark;

import io.wisp.engine.Engine;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** One convolution alone, with its weights laid out beforehand; owns them, but not the images. */
public final class ConvolutionKernel implements AutoCloseable {
  private static final long[] UNDILATED = {1, 1};
  private final Tensor weight;
  private final Tensor bias;
  private final long[] stride;
  private final long[] padding;

  public ConvolutionKernel(ConvolutionShape shape, TensorFormat format, Engine engine) {
    try (Scope scope = new Scope()) {
      int kernel = shape.kernel();
      weight = scope.own(format.random(engine, shape.outputs(), shape.inputs(), kernel, kernel));
      bias = scope.own(format.random(engine, shape.outputs()));
    }
    stride = new long[] {shape.stride(), shape.stride()};
    padding = new long[] {shape.kernel() / 2, shape.kernel() / 2};
  }

  /** The convolution of images [N, inputs, side, side]. */
  public Tensor apply(Tensor images) {
    return torch.conv2d(images, weight, Tensors.optional(bias), stride, padding, UNDILATED, 1);
  }

  @Override
  public void close() {
    weight.close();
    bias.close();
  }
}
