package io.wisp.activation;

import io.wisp.UserError;

/**
 * How masks are made from a segmenter's probabilities.
 *
 * @param threshold pixels above this probability are the object, in [0, 1)
 */
public record SupervisedSettings(double threshold) implements MethodSettings {
  public SupervisedSettings {
    if (!(threshold >= 0 && threshold < 1)) {
      throw new UserError("fsl.threshold is " + threshold + ", but must be in [0, 1).");
    }
  }

  /** p > 0.5. */
  public static SupervisedSettings usual() {
    return new SupervisedSettings(0.5);
  }
}
