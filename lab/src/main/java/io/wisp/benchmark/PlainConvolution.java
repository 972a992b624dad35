package io.wisp.benchmark;

import io.wisp.base.CloseOnFailure;
import io.wisp.engine.Engine;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.ConvolutionShape;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** LibTorch's convolution. */
final class PlainConvolution implements ConvolutionKernel {
  private static final long[] UNDILATED = {1, 1};
  private final Tensor weight;
  private final Tensor bias;
  private final long[] stride;
  private final long[] padding;

  PlainConvolution(ConvolutionShape shape, TensorFormat format, Engine engine) {
    int kernel = shape.kernel();
    try (CloseOnFailure opened = new CloseOnFailure();
        Scope scope = new Scope()) {
      weight =
          opened.add(
              scope.own(format.random(engine, shape.outputs(), shape.inputs(), kernel, kernel)));
      bias = scope.own(format.random(engine, shape.outputs()));
      opened.keep();
    }
    stride = new long[] {shape.stride(), shape.stride()};
    padding = new long[] {kernel / 2, kernel / 2};
  }

  @Override
  public Tensor apply(Tensor images) {
    return torch.conv2d(images, weight, Tensors.optional(bias), stride, padding, UNDILATED, 1);
  }

  @Override
  public void close() {
    weight.close();
    bias.close();
  }
}
