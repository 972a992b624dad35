package io.wisp.training;

/**
 * A training that cannot go on, since its loss, gradients or weights are not finite, whatever was
 * tried. Nobody made a mistake that a check could have found; the message says what to try.
 */
public final class TrainingDiverged extends RuntimeException {
  public TrainingDiverged(String message) {
    super(message);
  }
}
