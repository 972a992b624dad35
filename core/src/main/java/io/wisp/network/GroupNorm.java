package io.wisp.network;

import io.wisp.engine.OneDnn;
import io.wisp.engine.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Normalises 32 groups of channels; statistics in float32, as {@code GroupNorm32}. */
final class GroupNorm implements Layer {
  private static final int GROUPS = 32;
  private static final double EPSILON = 1e-5;
  private static final long FUSED_FROM = 1 << 20;
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
  public Tensor forward(Tensor x, Condition condition) {
    torch.ScalarType type = x.scalar_type();
    return torch.group_norm(
        x,
        GROUPS,
        Tensors.optional(weight.as(type)),
        Tensors.optional(bias.as(type)),
        EPSILON,
        false);
  }

  /** The normalised images, then SiLU; part by part where {@link #fuses}. */
  List<Tensor> activated(List<Tensor> parts) {
    return fuses(parts.get(0))
        ? fused(parts, weight.tensor(), bias.tensor())
        : List.of(InPlace.silu(forward(Channels.join(parts), null)));
  }

  Tensor activated(Tensor x) {
    return activated(List.of(x)).get(0);
  }

  /**
   * The normalised images times a gain plus an offset, then SiLU.
   *
   * @param gain of {@link #scaled}
   * @param offset of {@link #scaled}
   */
  Tensor activated(Tensor x, Tensor gain, Tensor offset) {
    if (gain.size(0) > 1) {
      Tensor scaled = InPlace.multiply(forward(x, null), eachPixel(gain, x));
      return InPlace.silu(InPlace.add(scaled, eachPixel(offset, x)));
    }
    Tensor g = gain.squeeze(0);
    Tensor o = offset.squeeze(0);
    return fuses(x)
        ? fused(List.of(x), g, o).get(0)
        : InPlace.silu(
            torch.group_norm(x, GROUPS, Tensors.optional(g), Tensors.optional(o), EPSILON, false));
  }

  /**
   * Gain and offset of 1 + scale and shift. Where all images share these, the norm's own factors go
   * in too, so that they cost nothing.
   *
   * @param scale [N or 1, C], float32
   * @param shift as scale
   */
  List<Tensor> scaled(Tensor scale, Tensor shift) {
    Tensor gain = scale.add(Tensors.scalar(1));
    return scale.size(0) > 1
        ? List.of(gain, shift.clone())
        : List.of(weight.tensor().mul(gain), bias.tensor().mul(gain).add(shift));
  }

  /**
   * Whether the norm takes one pass for the moments of each channel and one for everything else: in
   * inference, for a single image, large enough that the passes weigh more than the calls.
   */
  boolean fuses(Tensor x) {
    return x.size(0) == 1
        && x.numel() >= FUSED_FROM
        && OneDnn.serves(x)
        && !weight.recordsGradient();
  }

  private static List<Tensor> fused(List<Tensor> parts, Tensor gain, Tensor offset) {
    List<OneDnn.Moments> moments = parts.stream().map(OneDnn::channelMoments).toList();
    Tensor means = Channels.join(moments.stream().map(OneDnn.Moments::mean).toList());
    Tensor variances = Channels.join(moments.stream().map(OneDnn.Moments::variance).toList());
    long[] grouped = {GROUPS, means.size(1) / GROUPS};
    Tensor mean = meanOfEach(means.view(grouped));
    Tensor variance =
        meanOfEach(means.view(grouped).sub(mean).square_().add_(variances.view(grouped)));
    Tensor factor =
        variance
            .add_(Tensors.scalar(EPSILON))
            .rsqrt_()
            .mul(gain.view(grouped))
            .to(parts.get(0).scalar_type());
    // With the rounded factor, so that the mean goes exactly.
    Tensor shift = offset.view(grouped).sub(factor.mul(mean)).reshape(-1);
    factor = factor.reshape(-1);
    List<Tensor> results = new ArrayList<>();
    long from = 0;
    for (Tensor part : parts) {
      long channels = part.size(1);
      results.add(
          OneDnn.scaleShiftSilu(
              part, factor.narrow(0, from, channels), shift.narrow(0, from, channels)));
      from += channels;
    }
    return results;
  }

  private static Tensor meanOfEach(Tensor grouped) {
    return grouped.mean(new long[] {1}, true, new ScalarTypeOptional());
  }

  /** [N, C] as [N, C, 1, 1] in the number format of the images. */
  static Tensor eachPixel(Tensor values, Tensor x) {
    return values.to(x.scalar_type()).unsqueeze(-1).unsqueeze(-1);
  }
}
