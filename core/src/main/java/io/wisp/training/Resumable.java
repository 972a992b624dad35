package io.wisp.training;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.training.Training.Outcome;
import java.time.Duration;

/** Long work that saves its state when it is stopped, and can resume. */
public interface Resumable {
  /**
   * Begins.
   *
   * @param limit longest time for this call
   * @throws io.wisp.UserError if it was begun already
   */
  Outcome start(Duration limit, StopSignal stop, Progress.Factory progress);

  /**
   * Goes on; the result is as if it had never stopped.
   *
   * @param limit longest time for this call
   * @throws io.wisp.UserError if there is nothing to resume
   */
  Outcome resume(Duration limit, StopSignal stop, Progress.Factory progress);
}
