package io.wisp.network;

import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** 2-D convolution with bias, "same" padding, and a stride. */
final class Convolution implements Layer {
  private static final long[] UNDILATED = {1, 1};
  private final Parameter weight;
  private final Parameter bias;
  private final long[] stride;
  private final long[] padding;

  Convolution(LayerPath path, int inputs, int outputs, int kernel, int stride, Init init) {
    long fanIn = (long) inputs * kernel * kernel;
    weight = path.declare("weight", init, fanIn, outputs, inputs, kernel, kernel);
    bias = path.declare("bias", init, fanIn, outputs);
    this.stride = new long[] {stride, stride};
    this.padding = new long[] {kernel / 2, kernel / 2};
  }

  static Convolution same(LayerPath path, int inputs, int outputs, int kernel) {
    return new Convolution(path, inputs, outputs, kernel, 1, Init.FAN_IN);
  }

  static Convolution zeroed(LayerPath path, int inputs, int outputs) {
    return new Convolution(path, inputs, outputs, 3, 1, Init.ZERO);
  }

  @Override
  public Tensor forward(Tensor x, Tensor embedding) {
    torch.ScalarType type = x.scalar_type();
    return torch.conv2d(
        x, weight.as(type), Tensors.optional(bias.as(type)), stride, padding, UNDILATED, 1);
  }
}
