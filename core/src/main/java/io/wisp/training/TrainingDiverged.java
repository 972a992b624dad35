package io.wisp.training;

import io.wisp.engine.Precision;
import java.nio.file.Path;
import java.util.List;

/**
 * A training that cannot go on, since its loss, gradients or weights are not finite, whatever was
 * tried. No check could have found it beforehand; the message says what to try.
 */
public final class TrainingDiverged extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Path run;

  @SuppressWarnings("serial") // a list of List.of
  private final List<String> toTry;

  private final Precision precision;

  TrainingDiverged(Path run, List<String> toTry, Precision precision, String message) {
    super(message);
    this.run = run;
    this.toTry = List.copyOf(toTry);
    this.precision = precision;
  }

  /** The run folder. */
  public Path run() {
    return run;
  }

  /** Settings with which to resume it, such as {@code train.learning_rate=1.0E-4}. */
  public List<String> toTry() {
    return toTry;
  }

  /** The number format in which it diverged. */
  public Precision precision() {
    return precision;
  }
}
