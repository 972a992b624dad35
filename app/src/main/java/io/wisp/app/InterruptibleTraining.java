package io.wisp.app;

import io.wisp.training.Beginning;
import io.wisp.training.Resumable;
import io.wisp.training.Training.Outcome;
import java.time.Duration;

/**
 * Runs a training that Ctrl-C makes save and leave.
 *
 * @param training what is trained
 * @param limit longest time
 * @param progress how it is shown
 */
record InterruptibleTraining(Resumable training, Duration limit, ProgressOption progress) {
  /**
   * Trains.
   *
   * @throws java.util.concurrent.CancellationException if it was asked to end before it began, or
   *     after everything was saved
   */
  Outcome run(Beginning beginning) {
    return progress
        .interruption()
        .saving(
            stop ->
                switch (beginning) {
                  case NEW -> training.start(limit, stop, progress.bars());
                  case RESUMED -> training.resume(limit, stop, progress.bars());
                });
  }
}
