package io.wisp.benchmark;

import java.util.List;

/**
 * The durations of equal runs, in seconds.
 *
 * @param median of an even number the mean of the two in the middle
 * @param least the shortest
 * @param most the longest
 * @param runs how many were counted
 */
public record Timing(double median, double least, double most, int runs) {
  /** Sums up at least one run. */
  public static Timing of(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    int n = sorted.size();
    double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    return new Timing(median, sorted.get(0), sorted.get(n - 1), n);
  }
}
