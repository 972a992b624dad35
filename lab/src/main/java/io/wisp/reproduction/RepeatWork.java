package io.wisp.reproduction;

import io.wisp.activation.RunKind;
import io.wisp.training.Beginning;
import io.wisp.training.Resumable;
import java.time.Duration;

/**
 * A training of a repeat, and its progress.
 *
 * @param training not yet running
 * @param steps of it in all
 * @param beginning how it begins
 * @param seconds of training that it has had
 */
record RepeatWork(
    RunKind kind, Resumable training, int steps, Beginning beginning, double seconds) {

  /** The rest of its share of the time. */
  Duration left(Duration share) {
    Duration spent = Duration.ofMillis(Math.round(1000 * seconds));
    return share.compareTo(spent) > 0 ? share.minus(spent) : Duration.ZERO;
  }
}
