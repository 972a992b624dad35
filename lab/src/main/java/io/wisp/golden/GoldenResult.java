package io.wisp.golden;

import io.wisp.engine.Precision;
import java.util.Optional;

/**
 * One quantity compared, or a file that could not be compared at all.
 *
 * @param file the golden file's name
 * @param quantity what was compared
 * @param precision number format that the networks computed in; empty where plain Java computed
 * @param error the largest absolute difference, divided by the largest expected value; infinite if
 *     nothing could be compared
 * @param bound the largest error that passes
 * @param note a sentence that says why nothing could be compared; else empty
 */
public record GoldenResult(
    String file,
    String quantity,
    Optional<Precision> precision,
    double error,
    double bound,
    Optional<String> note) {

  /** A file, or a part of one, that could not be compared: it counts as failed. */
  static GoldenResult unchecked(String file, String quantity, String why) {
    return new GoldenResult(
        file, quantity, Optional.empty(), Double.POSITIVE_INFINITY, 0, Optional.of(why));
  }

  /** Whether the error is within the bound; NaN is not. */
  public boolean passes() {
    return error <= bound;
  }
}
