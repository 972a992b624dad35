package io.wisp.training;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A training diverged, and was reset; kept in {@code run.json}.
 *
 * @param step at which it was detected
 * @param cause what was detected
 * @param backTo the step from which it went on; 0 is the beginning
 * @param learningRateFactor the learning rate's factor since then
 */
record Divergence(int step, Cause cause, int backTo, double learningRateFactor) {
  /** What shows that a training diverged. */
  enum Cause {
    /** The mean loss of a line of the log. */
    LOSS("the loss was not finite"),
    /** Of all steps of a line of the log. */
    GRADIENTS("no step since the last line of the log had finite gradients"),
    /** Those that were to be saved, their average, or the optimiser's moments. */
    WEIGHTS("the weights were not finite");

    private final String sentence;

    Cause(String sentence) {
      this.sentence = sentence;
    }

    /** The name in {@code run.json}. */
    @JsonValue
    String causeName() {
      return name().toLowerCase(Locale.ROOT);
    }

    String sentence() {
      return sentence;
    }
  }

  /** What happened, as a sentence. */
  String sentence() {
    return "the training diverged at step %s (%s); it goes back to %s, and on at %s of its learning rate"
        .formatted(
            step,
            cause.sentence(),
            backTo == 0 ? "its beginning" : "step %s".formatted(backTo),
            learningRateFactor);
  }
}
