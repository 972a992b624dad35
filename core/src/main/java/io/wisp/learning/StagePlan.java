package io.wisp.learning;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.wisp.activation.RunKind;

/**
 * The training of one network.
 *
 * @param network what is trained
 * @param share of the time, relative to those of the others
 * @param mostSteps what the settings ask for, a round
 * @param steps what it is trained for, a round; null until that is decided
 * @param secondsPerStep measured on the first steps; null if nothing was
 * @param seconds that it took so far, in all sessions, with everything around its steps
 * @param finished whether it is trained
 */
@RecordBuilder
public record StagePlan(
    RunKind network,
    double share,
    int mostSteps,
    Integer steps,
    Double secondsPerStep,
    double seconds,
    boolean finished)
    implements StagePlanBuilder.With {

  /** Nothing is done yet. */
  static StagePlan of(RunKind network, double share, int mostSteps) {
    return new StagePlan(network, share, mostSteps, null, null, 0, false);
  }

  /** Whether there is nothing more to find out before its steps are decided. */
  boolean measured() {
    return secondsPerStep != null || decided();
  }

  boolean decided() {
    return steps != null;
  }
}
