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
    return normalise(x, weight.as(type), bias.as(type));
  }

  /** The normalised images, then SiLU. */
  Tensor activated(Tensor x) {
    return InPlace.silu(forward(x, null));
  }

  /**
   * The normalised images times 1 + scale, plus shift; then SiLU. Where all images share one scale
   * and shift, these go into the norm's own factors, and cost nothing.
   *
   * @param scale [N or 1, C], float32
   * @param shift as scale
   */
  Tensor activated(Tensor x, Tensor scale, Tensor shift) {
    Tensor factor = scale.add(Tensors.scalar(1));
    if (scale.size(0) == 1) {
      Tensor gain = weight.tensor().mul(factor.squeeze(0));
      Tensor offset = bias.tensor().mul(factor.squeeze(0)).add(shift.squeeze(0));
      return InPlace.silu(normalise(x, gain, offset));
    }
    return InPlace.silu(forward(x, null).mul(eachPixel(factor, x)).add(eachPixel(shift, x)));
  }

  /** [N, C] as [N, C, 1, 1] in the number format of the images. */
  static Tensor eachPixel(Tensor values, Tensor x) {
    return values.to(x.scalar_type()).unsqueeze(-1).unsqueeze(-1);
  }

  private static Tensor normalise(Tensor x, Tensor gain, Tensor offset) {
    return torch.group_norm(
        x, GROUPS, Tensors.optional(gain), Tensors.optional(offset), EPSILON, false);
  }
}
