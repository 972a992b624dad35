package io.wisp.network;

import io.wisp.engine.OneDnn;
import io.wisp.engine.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * 2-D convolution with bias, "same" padding, and a stride.
 *
 * <p>Few channels use float32, whatever the images' number format: the published code does so in
 * its last layer, and kernels of other formats would have to pad them.
 */
final class Convolution implements Layer {
  /** Fewer channels than a kernel takes at once. */
  private static final int FEW = 16;

  private static final long[] UNDILATED = {1, 1};
  private final Parameter weight;
  private final Parameter bias;
  private final int stride;
  private final int padding;
  private final boolean fewInputs;
  private final boolean fewOutputs;

  Convolution(LayerPath path, int inputs, int outputs, int kernel, int stride, Init init) {
    long fanIn = (long) inputs * kernel * kernel;
    weight = path.declare("weight", init, fanIn, outputs, inputs, kernel, kernel);
    bias = path.declare("bias", init, fanIn, outputs);
    this.stride = stride;
    this.padding = kernel / 2;
    fewInputs = inputs < FEW;
    fewOutputs = outputs < FEW;
  }

  static Convolution same(LayerPath path, int inputs, int outputs, int kernel) {
    return new Convolution(path, inputs, outputs, kernel, 1, Init.FAN_IN);
  }

  static Convolution zeroed(LayerPath path, int inputs, int outputs) {
    return new Convolution(path, inputs, outputs, 3, 1, Init.ZERO);
  }

  @Override
  public Tensor forward(Features x, Condition condition) {
    return forward(List.of(x.images()));
  }

  /**
   * The convolution of images that hold the input's channels one part after the other; float32
   * where it gives few channels, else in the images' number format.
   */
  Tensor forward(List<Tensor> parts) {
    if (fewInputs || fewOutputs) {
      return inFloat32(Features.joined(parts));
    }
    if (!packs(parts.get(0))) {
      return convolve(Features.joined(parts));
    }
    Tensor sum = null;
    long from = 0;
    for (Tensor part : parts) {
      Tensor kernel = packed(part, from);
      sum =
          sum == null
              ? OneDnn.convolve(part, kernel, bias.as(part.scalar_type()), stride, padding)
              : OneDnn.convolveOnto(sum, part, kernel, null, stride, padding);
      from += part.size(1);
    }
    return sum;
  }

  /** Adds the convolution of x to a tensor not shared yet. */
  Tensor forwardOnto(Tensor fresh, Tensor x) {
    return packs(x)
        ? OneDnn.convolveOnto(fresh, x, packed(x, 0), bias.as(x.scalar_type()), stride, padding)
        : InPlace.add(convolve(x), fresh);
  }

  private boolean packs(Tensor x) {
    return OneDnn.serves(x) && !weight.recordsGradient();
  }

  /** The kernel for a part of the input's channels. */
  private Tensor packed(Tensor part, long from) {
    long channels = part.size(1);
    return weight.derived(
        List.of(from, channels),
        () -> {
          Tensor kernel = weight.tensor().narrow(1, from, channels).to(part.scalar_type());
          return OneDnn.pack(kernel, part, stride, padding);
        });
  }

  private Tensor inFloat32(Tensor x) {
    Tensor result = convolve(x.to(torch.ScalarType.Float));
    if (fewOutputs || x.scalar_type().intern() == torch.ScalarType.Float) {
      return result;
    }
    Tensor cast = result.to(x.scalar_type());
    return OneDnn.serves(cast) ? cast.contiguous(torch.MemoryFormat.ChannelsLast) : cast;
  }

  private Tensor convolve(Tensor x) {
    torch.ScalarType type = x.scalar_type();
    long[] strides = {stride, stride};
    long[] paddings = {padding, padding};
    return torch.conv2d(
        x, weight.as(type), Tensors.optional(bias.as(type)), strides, paddings, UNDILATED, 1);
  }
}
