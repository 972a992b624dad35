package io.wisp.reproduction;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.training.Resumable;
import io.wisp.training.Training.Outcome;
import java.time.Duration;

/** Tells a training that was stopped from outside from one that finished or ran out of time. */
final class ObservedTraining implements Resumable {
  private final Resumable training;
  private boolean stopped;

  ObservedTraining(Resumable training) {
    this.training = training;
  }

  /** Whether the last call was stopped; its steps may be done, but not the work after them. */
  boolean stopped() {
    return stopped;
  }

  @Override
  public Outcome start(Duration limit, StopSignal stop, Progress.Factory progress) {
    return observed(training.start(limit, stop, progress), stop);
  }

  @Override
  public Outcome resume(Duration limit, StopSignal stop, Progress.Factory progress) {
    return observed(training.resume(limit, stop, progress), stop);
  }

  private Outcome observed(Outcome outcome, StopSignal stop) {
    stopped = stop.requested();
    return outcome;
  }
}
