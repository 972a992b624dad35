package io.wisp.network;

import io.wisp.engine.OneDnn;
import io.wisp.engine.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Normalises 32 groups of channels; statistics in float32, as {@code GroupNorm32}. */
final class GroupNorm {
  private static final int GROUPS = 32;
  private static final double EPSILON = 1e-5;
  private static final long SMALL = 1024;
  private static final long FUSED_FROM = 3 << 16;
  private final Parameter weight;
  private final Parameter bias;

  GroupNorm(LayerPath path, int channels) {
    if (channels % GROUPS != 0) {
      throw new io.wisp.UserError(
          "Group normalisation needs a multiple of %s channels at %s, but there are %s: change model_channels."
              .formatted(GROUPS, path.prefix(), channels));
    }
    weight = path.declare("weight", Init.ONE, 1, channels);
    bias = path.declare("bias", Init.ZERO, 1, channels);
  }

  /** The normalised images. */
  Tensor normalised(Tensor x) {
    torch.ScalarType type = x.scalar_type();
    return normalised(x, weight.as(type), bias.as(type));
  }

  /** Several small images are made NCHW meanwhile: LibTorch is slow otherwise. */
  private static Tensor normalised(Tensor x, Tensor gain, Tensor offset) {
    boolean apart = x.size(0) > 1 && x.size(2) * x.size(3) < SMALL && OneDnn.serves(x);
    Tensor normalised = normalised(apart ? x.contiguous() : x, GROUPS, gain, offset);
    return apart ? OneDnn.channelsLast(normalised) : normalised;
  }

  /** The normalised images, then SiLU; part by part where {@link #fuses}. */
  List<Tensor> activated(List<Features> parts) {
    return fuses(parts.get(0).images())
        ? fused(parts, weight.tensor(), bias.tensor())
        : List.of(InPlace.silu(normalised(Features.join(parts).images())));
  }

  Tensor activated(Features x) {
    return activated(List.of(x)).get(0);
  }

  /**
   * The normalised images times a gain plus an offset, then SiLU.
   *
   * @param gain of {@link #scaled}
   * @param offset of {@link #scaled}
   */
  Tensor activated(Features features, Tensor gain, Tensor offset) {
    Tensor x = features.images();
    if (fuses(x)) {
      return fused(List.of(features), gain, offset).get(0);
    }
    return InPlace.silu(
        gain.size(0) == 1
            ? normalised(x, gain.squeeze(0), offset.squeeze(0))
            : normalisedApiece(x, gain, offset));
  }

  /**
   * With a gain and an offset for each image. N contiguous images of C channels are one image of N
   * C channels: the norm then applies them itself, in one pass, forward and backward.
   */
  private static Tensor normalisedApiece(Tensor x, Tensor gain, Tensor offset) {
    if (!x.is_contiguous()) {
      Tensor plain = normalised(x, new Tensor(), new Tensor());
      return InPlace.add(InPlace.multiply(plain, eachPixel(gain, x)), eachPixel(offset, x));
    }
    Tensor one = x.view(1, x.size(0) * x.size(1), x.size(2), x.size(3));
    return normalised(one, GROUPS * x.size(0), gain.reshape(-1), offset.reshape(-1)).view_as(x);
  }

  private static Tensor normalised(Tensor x, long groups, Tensor gain, Tensor offset) {
    return torch.group_norm(
        x, groups, Tensors.optional(gain), Tensors.optional(offset), EPSILON, false);
  }

  /**
   * Gain and offset of 1 + scale and shift, with the norm's own factors in them.
   *
   * @param scale [N or 1, C], float32
   * @param shift as scale
   */
  List<Tensor> scaled(Tensor scale, Tensor shift) {
    Tensor gain = scale.add(Tensors.scalar(1));
    return List.of(weight.tensor().mul(gain), bias.tensor().mul(gain).add(shift));
  }

  /**
   * Whether the norm takes one pass for the moments of each channel and one for everything else: in
   * inference, for a single image, large enough that the passes cost more than the calls.
   */
  boolean fuses(Tensor x) {
    return x.size(0) == 1
        && x.numel() >= FUSED_FROM
        && OneDnn.serves(x)
        && !weight.recordsGradient();
  }

  /** Minimum image size for {@link #fuses}, given the channels. */
  static int sideThatFuses(int channels) {
    return (int) Math.ceil(Math.sqrt(FUSED_FROM / (double) channels));
  }

  private static List<Tensor> fused(List<Features> parts, Tensor gain, Tensor offset) {
    ChannelFactors factors =
        ChannelFactors.of(
            parts.stream().map(Features::moments).toList(),
            GROUPS,
            EPSILON,
            Tensors.toFloats(gain),
            Tensors.toFloats(offset));
    List<Tensor> results = new ArrayList<>();
    int from = 0;
    for (Features part : parts) {
      int to = from + part.channels();
      results.add(
          OneDnn.scaleShiftSilu(
              part.images(),
              Arrays.copyOfRange(factors.factor(), from, to),
              Arrays.copyOfRange(factors.shift(), from, to)));
      from = to;
    }
    return results;
  }

  /** [N, C] as [N, C, 1, 1] in the number format of the images. */
  static Tensor eachPixel(Tensor values, Tensor x) {
    return values.to(x.scalar_type()).unsqueeze(-1).unsqueeze(-1);
  }
}
