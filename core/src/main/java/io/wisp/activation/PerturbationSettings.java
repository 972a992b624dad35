package io.wisp.activation;

import io.wisp.UserError;
import io.wisp.diffusion.Clip;
import java.util.List;

/**
 * The parameters of Algorithm 1, and what goes beyond it.
 *
 * @param noiseLevels Q: timestep indices to which the image is noised; the maps of several levels
 *     are averaged. The same Q hides more of a small image than of a large one: see docs/method.md
 * @param iterations R: how many denoising steps are summed
 * @param stride timesteps that one step passes over; 1 in the paper
 * @param tau τ: the second branch's label is τ f(y1) + (1 − τ) f(y0); below 1, and 0 for the whole
 *     contrast
 * @param draws noise draws a level, averaged; 1 in the paper
 * @param clip whether x̂_0 is clipped to [−1, 1]
 * @param steps at which timestep the network is first evaluated
 * @param flips which mirror images are averaged over; none in the paper
 */
public record PerturbationSettings(
    List<Integer> noiseLevels,
    int iterations,
    int stride,
    double tau,
    int draws,
    Clip clip,
    StepConvention steps,
    Flips flips)
    implements MethodSettings {

  public PerturbationSettings {
    noiseLevels = List.copyOf(noiseLevels);
    if (noiseLevels.isEmpty()) {
      throw new UserError("map.noise_levels is empty: give at least one, such as [200].");
    }
    check(iterations >= 1, "iterations", iterations, "at least 1");
    check(stride >= 1, "stride", stride, "at least 1");
    check(tau < 1, "tau", tau, "below 1, since the difference is divided by 1 − τ");
    check(draws >= 1, "draws", draws, "at least 1");
    for (int level : noiseLevels) {
      check(
          level >= iterations,
          "noise_levels",
          level,
          "at least the number of iterations, which is " + iterations);
    }
  }

  /**
   * Q = 400, R = 10, τ = 0.95, as published: steps of 1, one draw, clipped, from t = Q − 1, no
   * flips.
   */
  public static PerturbationSettings published() {
    return new PerturbationSettings(
        List.of(400),
        10,
        1,
        0.95,
        1,
        Clip.TO_IMAGE_RANGE,
        StepConvention.PUBLISHED_CODE,
        Flips.NONE);
  }

  /** The same settings at these noise levels. */
  public PerturbationSettings atLevels(List<Integer> levels) {
    return new PerturbationSettings(levels, iterations, stride, tau, draws, clip, steps, flips);
  }

  /** The same settings with so many steps. */
  public PerturbationSettings withIterations(int value) {
    return new PerturbationSettings(noiseLevels, value, stride, tau, draws, clip, steps, flips);
  }

  /** The same settings with another second branch. */
  public PerturbationSettings withTau(double value) {
    return new PerturbationSettings(
        noiseLevels, iterations, stride, value, draws, clip, steps, flips);
  }

  /** The same settings with other mirror images. */
  public PerturbationSettings withFlips(Flips value) {
    return new PerturbationSettings(
        noiseLevels, iterations, stride, tau, draws, clip, steps, value);
  }

  /**
   * How often the network sees each image: two branches, every mirror image, level, draw and
   * iteration.
   */
  public int evaluations() {
    return 2 * flips.views() * noiseLevels.size() * draws * iterations;
  }

  private static void check(boolean holds, String name, Object value, String wanted) {
    if (!holds) {
      throw new UserError("map.%s is %s, but must be %s.".formatted(name, value, wanted));
    }
  }
}
