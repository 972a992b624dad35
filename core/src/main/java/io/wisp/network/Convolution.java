package io.wisp.network;

import io.wisp.engine.OneDnn;
import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** 2-D convolution with bias, "same" padding, and a stride. */
final class Convolution implements Layer {
  private static final long[] UNDILATED = {1, 1};
  private final Parameter weight;
  private final Parameter bias;
  private final int stride;
  private final int padding;

  Convolution(LayerPath path, int inputs, int outputs, int kernel, int stride, Init init) {
    long fanIn = (long) inputs * kernel * kernel;
    weight = path.declare("weight", init, fanIn, outputs, inputs, kernel, kernel);
    bias = path.declare("bias", init, fanIn, outputs);
    this.stride = stride;
    this.padding = kernel / 2;
  }

  static Convolution same(LayerPath path, int inputs, int outputs, int kernel) {
    return new Convolution(path, inputs, outputs, kernel, 1, Init.FAN_IN);
  }

  static Convolution zeroed(LayerPath path, int inputs, int outputs) {
    return new Convolution(path, inputs, outputs, 3, 1, Init.ZERO);
  }

  @Override
  public Tensor forward(Tensor x, Tensor embedding) {
    return packs(x) ? OneDnn.convolve(x, packed(x), biasOf(x), stride, padding) : convolve(x);
  }

  private boolean packs(Tensor x) {
    return OneDnn.serves(x) && !weight.recordsGradient();
  }

  private Tensor packed(Tensor x) {
    return weight.packed(
        () -> OneDnn.pack(weight.tensor().to(x.scalar_type()), x, stride, padding));
  }

  private Tensor biasOf(Tensor x) {
    return bias.as(x.scalar_type());
  }

  private Tensor convolve(Tensor x) {
    long[] strides = {stride, stride};
    long[] paddings = {padding, padding};
    return torch.conv2d(
        x,
        weight.as(x.scalar_type()),
        Tensors.optional(biasOf(x)),
        strides,
        paddings,
        UNDILATED,
        1);
  }
}
