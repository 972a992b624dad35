package io.wisp.training;

/**
 * One line of {@code metrics.csv}.
 *
 * @param step steps taken
 * @param loss mean since the last line
 * @param learningRate of the last step
 * @param seconds of training, over all sessions
 */
record MetricsLine(int step, double loss, double learningRate, double seconds) {}
