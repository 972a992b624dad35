package io.wisp.activation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.wisp.BadSetting;
import io.wisp.Remedy;
import io.wisp.diffusion.Clip;
import java.util.List;

/**
 * The parameters of Algorithm 1, and of its extensions.
 *
 * @param noiseLevels Q: timestep indices to which the image is noised; the maps of several levels
 *     are averaged. The same Q hides more of a small image than of a large one: see docs/method.md
 * @param iterations R: number of denoising steps summed
 * @param stride timesteps per step; 1 in the paper
 * @param tau τ: the second branch's label is τ f(y1) + (1 − τ) f(y0); below 1, and 0 for the whole
 *     contrast
 * @param against what takes the place of f(y0) in τ f(y1) + (1 − τ) f(y0)
 * @param guidance w: how far the noise of both branches is moved along the label, ε_∅ + w (ε_y −
 *     ε_∅) (Ho and Salimans 2022), where ε_∅ is what the network predicts without a label; 1 leaves
 *     ε_y
 * @param draws noise draws per level, averaged; 1 in the paper
 * @param clip whether x̂_0 is clipped to [−1, 1]
 * @param steps the timestep at which the network is first evaluated
 * @param flips which mirror images are averaged over; none in the paper
 */
@RecordBuilder
public record PerturbationSettings(
    List<Integer> noiseLevels,
    int iterations,
    int stride,
    double tau,
    Against against,
    double guidance,
    int draws,
    Clip clip,
    StepConvention steps,
    Flips flips)
    implements MethodSettings, PerturbationSettingsBuilder.With {

  /** The section of CDM and CG-CDM. */
  public static final MethodSection<PerturbationSettings> SECTION =
      new MethodSection<>("map", PerturbationSettings.class, published());

  /** What the image with the object is contrasted with. */
  public enum Against {
    /** f(y0), the label of images without the object. */
    @JsonProperty("absent")
    ABSENT,
    /** 0, no label. */
    @JsonProperty("nothing")
    NOTHING
  }

  public PerturbationSettings {
    noiseLevels = List.copyOf(noiseLevels);
    if (noiseLevels.isEmpty()) {
      throw new BadSetting(
          "map.noise_levels",
          noiseLevels,
          "map.noise_levels is empty: give at least one, such as [200].");
    }
    check(iterations >= 1, "iterations", iterations, "at least 1");
    check(stride >= 1, "stride", stride, "at least 1");
    check(tau < 1, "tau", tau, "below 1, since the difference is divided by 1 − τ");
    check(guidance > 0 && Double.isFinite(guidance), "guidance", guidance, "a number above 0");
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
        Against.ABSENT,
        1,
        1,
        Clip.TO_IMAGE_RANGE,
        StepConvention.PUBLISHED_CODE,
        Flips.NONE);
  }

  /** Whether guidance changes the noise. */
  boolean guided() {
    return guidance != 1;
  }

  /** Whether the second branch gets no label, not even part of one. */
  boolean secondIsUnlabelled() {
    return against == Against.NOTHING && tau == 0;
  }

  /**
   * Rejects levels beyond the process, and settings that need a network trained with dropped
   * labels.
   */
  @Override
  public void requireTraining(int steps, double labelDropout) {
    for (int level : noiseLevels) {
      if (level >= steps) {
        throw new BadSetting(
            "map.noise_levels",
            level,
            "map.noise_levels holds %s, but diffusion.steps is %s: levels go from 0 to %s."
                .formatted(level, steps, steps - 1));
      }
    }
    if (labelDropout > 0) {
      return;
    }
    String always =
        "but the network always got the label (train.label_dropout is 0): train one with"
            + " train.label_dropout=0.1, or set ";
    if (guided()) {
      throw new BadSetting(
          "map.guidance",
          guidance,
          "map.guidance is %s, %smap.guidance=1.".formatted(guidance, always),
          Remedy.SETTING);
    }
    if (against == Against.NOTHING) {
      throw new BadSetting(
          "map.against",
          "nothing",
          "map.against is nothing, %smap.against=absent.".formatted(always),
          Remedy.SETTING);
    }
  }

  /**
   * Network evaluations per image: one per branch, for every mirror image, level, draw and
   * iteration. With guidance a branch also runs without a label, if it does not do so anyway; in
   * the first iteration both hold the same image, and that runs once.
   */
  public int evaluations() {
    int labelled = secondIsUnlabelled() ? 1 : 2;
    int each = guided() ? (labelled + 2) * iterations - 1 : 2 * iterations;
    return flips.views() * noiseLevels.size() * draws * each;
  }

  private static void check(boolean holds, String name, Object value, String wanted) {
    BadSetting.unless(holds, "map." + name, value, wanted);
  }
}
