package io.wisp.diffusion;

import io.wisp.network.UNetModel;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/**
 * Moves noisy images from one noise level to another by what a network predicts: a DDIM step (eq.
 * 5) on the noise that is held in range and then steered, in the published order.
 *
 * @param model ε_θ
 * @param losses knows which part of the output is ε
 * @param clip whether x̂_0 is held in [−1, 1]
 * @param guidance steers towards a class
 */
public record Denoiser(UNetModel model, Losses losses, Clip clip, Guidance guidance) {

  /**
   * One step.
   *
   * @param xt images at level {@code from}, [N, C, H, W]
   * @param to the level to arrive at; above {@code from} in encoding, −1 is the clean image
   * @param conditions the label under which the noise is predicted
   * @param labels the classes to steer to, [N]
   */
  public Tensor step(Tensor xt, int from, int to, Conditions conditions, int[] labels) {
    int[] now = filled(labels.length, from);
    Tensor predicted = losses.noiseOf(model.forward(xt, conditions.at(from)));
    Diffusion diffusion = losses.diffusion();
    Tensor noise = guidance.steer(diffusion.hold(predicted, xt, now, clip), xt, now, labels);
    return diffusion.ddimStep(xt, now, filled(labels.length, to), noise, Clip.NONE);
  }

  private static int[] filled(int count, int value) {
    int[] values = new int[count];
    Arrays.fill(values, value);
    return values;
  }
}
