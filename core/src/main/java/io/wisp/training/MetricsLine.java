package io.wisp.training;

/**
 * One line of {@code metrics.csv}.
 *
 * @param step steps taken
 * @param loss mean over the steps since the last line that were not skipped
 * @param learningRate of the last step
 * @param skipped steps since the last line that were skipped, as their gradients were not finite
 * @param seconds of training, over all sessions
 */
record MetricsLine(int step, double loss, double learningRate, int skipped, double seconds) {}
