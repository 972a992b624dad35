package io.wisp.diffusion;

import io.wisp.network.UNetModel;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/**
 * Moves noisy images from one noise level to another by a network's prediction: a DDIM step (eq. 5)
 * on the noise, which is clipped and then guided, in the published order.
 *
 * @param model ε_θ
 * @param losses tells which part of the output is ε
 * @param clip whether x̂_0 is clipped to [−1, 1]
 * @param guidance guides towards a class
 */
public record Denoiser(UNetModel model, Losses losses, Clip clip, Guidance guidance) {

  /** Images at a noise level: x_level of x_0 and ε, both [N, C, H, W]. */
  public Tensor noised(Tensor x, int level, Tensor noise) {
    return losses.diffusion().addNoise(x, filled((int) x.size(0), level), noise);
  }

  /** ε_θ of images at a level under a label: [N, C, H, W], as the network predicts it. */
  public Tensor predict(Tensor xt, int level, Conditions conditions) {
    return losses.noiseOf(model.forward(xt, conditions.at(level)));
  }

  /**
   * One step.
   *
   * @param xt images at level {@code from}, [N, C, H, W]
   * @param to the level to arrive at; above {@code from} in encoding, −1 is the clean image
   * @param conditions the label under which the noise is predicted
   * @param label the class to guide to
   */
  public Tensor step(Tensor xt, int from, int to, Conditions conditions, int label) {
    return step(xt, from, to, predict(xt, from, conditions), label);
  }

  /**
   * One step with noise predicted before.
   *
   * @param predicted ε, of the images' shape
   */
  public Tensor step(Tensor xt, int from, int to, Tensor predicted, int label) {
    int images = (int) xt.size(0);
    int[] now = filled(images, from);
    Diffusion diffusion = losses.diffusion();
    Tensor noise =
        guidance.steer(diffusion.hold(predicted, xt, now, clip), xt, now, filled(images, label));
    return diffusion.ddimStep(xt, now, filled(images, to), noise, Clip.NONE);
  }

  private static int[] filled(int count, int value) {
    int[] values = new int[count];
    Arrays.fill(values, value);
    return values;
  }
}
