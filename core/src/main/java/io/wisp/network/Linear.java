package io.wisp.network;

import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * y = W x + b on the last axis. With {@code pointwise} the weight has a kernel axis of 1, as in a
 * 1-D convolution.
 */
final class Linear {
  private final Parameter weight;
  private final Parameter bias;
  private final int inputs;
  private final int outputs;

  private Linear(LayerPath path, int inputs, int outputs, Init init, long... shape) {
    this.inputs = inputs;
    this.outputs = outputs;
    weight = path.declare("weight", init, inputs, shape);
    bias = path.declare("bias", init, inputs, outputs);
  }

  static Linear of(LayerPath path, int inputs, int outputs) {
    return new Linear(path, inputs, outputs, Init.FAN_IN, outputs, inputs);
  }

  /** A 1-D convolution of kernel 1, applied to [N, T, inputs]. */
  static Linear pointwise(LayerPath path, int inputs, int outputs, Init init) {
    return new Linear(path, inputs, outputs, init, outputs, inputs, 1);
  }

  /** A 2-D convolution of kernel 1, applied to [N, inputs]. */
  static Linear pointwise2d(LayerPath path, int inputs, int outputs, Init init) {
    return new Linear(path, inputs, outputs, init, outputs, inputs, 1, 1);
  }

  /** Applies the map to [..., inputs]. */
  Tensor forward(Tensor x) {
    torch.ScalarType type = x.scalar_type();
    return torch.linear(
        x, weight.as(type).reshape(outputs, inputs), Tensors.optional(bias.as(type)));
  }
}
