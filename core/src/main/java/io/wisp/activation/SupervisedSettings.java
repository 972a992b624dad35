package io.wisp.activation;

import io.wisp.BadSetting;

/**
 * How masks are made from a segmenter's probabilities.
 *
 * @param threshold pixels above this probability are the object, in [0, 1)
 */
public record SupervisedSettings(double threshold) implements MethodSettings {
  /** Of the segmenter. */
  public static final MethodSection<SupervisedSettings> FSL =
      new MethodSection<>("fsl", SupervisedSettings.class, usual());

  /** Of the student, among the settings of its training. */
  public static final MethodSection<SupervisedSettings> STUDENT =
      new MethodSection<>("student", SupervisedSettings.class, usual());

  public SupervisedSettings {
    BadSetting.unless(threshold >= 0 && threshold < 1, "fsl.threshold", threshold, "in [0, 1)");
  }

  /** p > 0.5. */
  public static SupervisedSettings usual() {
    return new SupervisedSettings(0.5);
  }
}
