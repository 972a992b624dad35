package io.wisp.training;

/**
 * The steps since the last line of the log.
 *
 * @param steps all of them
 * @param skipped those whose gradients were not finite
 * @param loss mean over the others
 */
record SinceLine(int steps, int skipped, double loss) {
  /** Whether there is no step with a loss. */
  boolean allSkipped() {
    return skipped == steps;
  }
}
