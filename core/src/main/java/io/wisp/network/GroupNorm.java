package io.wisp.network;

import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Normalises 32 groups of channels; statistics in float32, as {@code GroupNorm32}. */
final class GroupNorm implements Layer {
  private static final int GROUPS = 32;
  private static final double EPSILON = 1e-5;
  private final Parameter weight;
  private final Parameter bias;

  GroupNorm(LayerPath path, int channels) {
    if (channels % GROUPS != 0) {
      throw new io.wisp.UserError(
          "Group normalisation wants a multiple of %d channels at %s, but there are %d: choose model channels so."
              .formatted(GROUPS, path.prefix(), channels));
    }
    weight = path.declare("weight", Init.ONE, 1, channels);
    bias = path.declare("bias", Init.ZERO, 1, channels);
  }

  @Override
  public Tensor forward(Tensor x, Tensor embedding) {
    torch.ScalarType type = x.scalar_type();
    return torch.group_norm(
        x,
        GROUPS,
        Tensors.optional(weight.as(type)),
        Tensors.optional(bias.as(type)),
        EPSILON,
        false);
  }
}
