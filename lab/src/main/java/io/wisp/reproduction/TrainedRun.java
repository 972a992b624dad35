package io.wisp.reproduction;

import java.time.Duration;

/**
 * A finished training, as stored.
 *
 * @param step how far it came
 * @param finished whether all steps were done, else its time was over
 * @param seconds the time that it had
 */
public record TrainedRun(int step, boolean finished, double seconds) {

  /** Whether nothing is left: all steps are done, or no more time is given. */
  boolean suffices(Duration share) {
    return finished || share.toMillis() <= Math.round(1000 * seconds);
  }
}
