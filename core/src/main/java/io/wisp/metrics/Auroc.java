package io.wisp.metrics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The area under the ROC curve: the probability that a positive case scores higher than a negative
 * one, ties counting half.
 */
public final class Auroc {
  private Auroc() {}

  /**
   * Computes it from ranks (Mann and Whitney).
   *
   * @param scores higher means positive
   * @param positive the truth
   * @return in [0, 1]; NaN if all cases are of one kind
   */
  public static double of(double[] scores, boolean[] positive) {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException(
          "%s scores but %s cases".formatted(scores.length, positive.length));
    }
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
    double rankSum = 0;
    long positives = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (positive[order[i]]) {
          rankSum += (from + 1 + to) / 2.0; // the mean rank of a tie
          positives++;
        }
      }
      from = to;
    }
    long negatives = scores.length - positives;
    return positives == 0 || negatives == 0
        ? Double.NaN
        : (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }
}
