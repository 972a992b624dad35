package io.wisp.training;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.training.Training.Outcome;
import java.time.Duration;

/** A long piece of work that saves what it has when it is stopped, and goes on from there. */
public interface Resumable {
  /**
   * Begins.
   *
   * @param limit longest time for this call
   * @throws io.wisp.UserError if it was begun before
   */
  Outcome start(Duration limit, StopSignal stop, Progress.Factory progress);

  /**
   * Goes on; the result is as if it had never stopped.
   *
   * @param limit longest time for this call
   * @throws io.wisp.UserError if there is nothing to go on from
   */
  Outcome resume(Duration limit, StopSignal stop, Progress.Factory progress);
}
