package io.wisp.diffusion;

import io.wisp.engine.Tensors;
import java.util.function.IntToDoubleFunction;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * The formulas of the diffusion process on tensors. Images are [N, C, H, W] with values in [−1, 1]
 * before noise; {@code t} holds one timestep index per image.
 *
 * @param schedule β and ᾱ
 */
public record Diffusion(NoiseSchedule schedule) {

  /** x_t = √ᾱ_t x_0 + √(1 − ᾱ_t) ε (eq. 2). */
  public Tensor addNoise(Tensor x0, int[] t, Tensor noise) {
    return x0.mul(column(x0, t, s -> Math.sqrt(schedule.alphaBar(s))))
        .add(noise.mul(column(x0, t, s -> Math.sqrt(1 - schedule.alphaBar(s)))));
  }

  /** x̂_0 = (x_t − √(1 − ᾱ_t) ε) / √ᾱ_t. */
  public Tensor predictImage(Tensor xt, int[] t, Tensor noise) {
    return xt.mul(column(xt, t, s -> 1 / Math.sqrt(schedule.alphaBar(s))))
        .sub(
            noise.mul(
                column(xt, t, s -> Math.sqrt((1 - schedule.alphaBar(s)) / schedule.alphaBar(s)))));
  }

  /**
   * The noise that corresponds to a prediction once its x̂_0 is clipped; unchanged without
   * clipping.
   */
  public Tensor hold(Tensor noise, Tensor xt, int[] t, Clip clip) {
    return clip == Clip.NONE ? noise : impliedNoise(xt, t, inRange(predictImage(xt, t, noise)));
  }

  /**
   * One deterministic step from t to another level (DDIM, eq. 5): to t−1 in sampling, to t+1 in
   * encoding, or further with a stride.
   *
   * @param noise the predicted ε
   * @param target the level to arrive at; −1 is the clean image
   * @param clip whether x̂_0 is clipped to [−1, 1], and ε recomputed from it
   */
  public Tensor ddimStep(Tensor xt, int[] t, int[] target, Tensor noise, Clip clip) {
    Tensor image = predictImage(xt, t, noise);
    Tensor direction = noise;
    if (clip == Clip.TO_IMAGE_RANGE) {
      image = inRange(image);
      direction = impliedNoise(xt, t, image);
    }
    return image
        .mul(column(xt, target, s -> Math.sqrt(schedule.alphaBar(s))))
        .add(direction.mul(column(xt, target, s -> Math.sqrt(1 - schedule.alphaBar(s)))));
  }

  /** ε = (x_t / √ᾱ_t − x̂_0) / √(1/ᾱ_t − 1). */
  private Tensor impliedNoise(Tensor xt, int[] t, Tensor image) {
    return xt.mul(column(xt, t, s -> 1 / Math.sqrt(schedule.alphaBar(s))))
        .sub(image)
        .div(column(xt, t, s -> Math.sqrt(1 / schedule.alphaBar(s) - 1)));
  }

  /** One number per image, shaped [N, 1, 1, 1] on the images' device. */
  static Tensor column(Tensor like, int[] t, IntToDoubleFunction value) {
    float[] values = new float[t.length];
    for (int i = 0; i < t.length; i++) {
      values[i] = (float) value.applyAsDouble(t[i]);
    }
    return Tensors.of(values, t.length, 1, 1, 1).to(like.device(), like.scalar_type());
  }

  private static Tensor inRange(Tensor image) {
    return image.clamp(bound(-1), bound(1));
  }

  private static ScalarOptional bound(double value) {
    return new ScalarOptional(Tensors.scalar(value));
  }
}
