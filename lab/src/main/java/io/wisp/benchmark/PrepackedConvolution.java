package io.wisp.benchmark;

import io.wisp.base.CloseOnFailure;
import io.wisp.engine.Engine;
import io.wisp.engine.OneDnn;
import io.wisp.engine.Scope;
import io.wisp.network.ConvolutionShape;
import org.bytedeco.pytorch.Tensor;

/** The convolution that networks use in inference where oneDNN serves them. */
final class PrepackedConvolution implements ConvolutionKernel {
  private final Tensor weight;
  private final Tensor bias;
  private final int stride;
  private final int padding;

  PrepackedConvolution(ConvolutionShape shape, TensorFormat format, Engine engine) {
    int kernel = shape.kernel();
    stride = shape.stride();
    padding = kernel / 2;
    try (CloseOnFailure opened = new CloseOnFailure();
        Scope scope = new Scope()) {
      Tensor images = format.random(engine, 1, shape.inputs(), shape.side(), shape.side());
      Tensor plain = format.random(engine, shape.outputs(), shape.inputs(), kernel, kernel);
      weight = opened.add(scope.own(OneDnn.pack(plain, images, stride, padding)));
      bias = scope.own(format.random(engine, shape.outputs()));
      opened.keep();
    }
  }

  @Override
  public Tensor apply(Tensor images) {
    return OneDnn.convolve(images, weight, bias, stride, padding);
  }

  @Override
  public void close() {
    weight.close();
    bias.close();
  }
}
