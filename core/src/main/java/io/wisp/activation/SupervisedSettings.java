package io.wisp.activation;

import io.wisp.BadSetting;
import io.wisp.mask.MaskRecipe;
import io.wisp.mask.Refinement;
import io.wisp.mask.Threshold;

/**
 * How masks are made from a segmenter's probabilities.
 *
 * @param threshold pixels above this probability are the object, in [0, 1)
 * @param refinement what snaps the edges of the probabilities to those of the image before
 */
public record SupervisedSettings(double threshold, Refinement refinement)
    implements MethodSettings {
  /** Of the segmenter. */
  public static final MethodSection<SupervisedSettings> FSL =
      new MethodSection<>("fsl", SupervisedSettings.class, usual());

  /** Of the student, among the settings of its training. */
  public static final MethodSection<SupervisedSettings> STUDENT =
      new MethodSection<>("student", SupervisedSettings.class, usual());

  public SupervisedSettings {
    BadSetting.unless(threshold >= 0 && threshold < 1, "fsl.threshold", threshold, "in [0, 1)");
    BadSetting.unless(
        refinement != null, "fsl.refinement", refinement, "a rule, radius and epsilon");
  }

  /** p > 0.5. */
  public static SupervisedSettings usual() {
    return new SupervisedSettings(0.5, Refinement.none());
  }

  /** The steps from probabilities to a mask. */
  public MaskRecipe recipe() {
    return MaskRecipe.published()
        .withThreshold(Threshold.probabilityOfPresent(threshold))
        .withRefinement(refinement);
  }
}
