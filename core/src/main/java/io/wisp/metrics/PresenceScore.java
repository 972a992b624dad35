package io.wisp.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well slices are told that hold the object, by the probability that they do.
 *
 * @param reliability the share that holds it, by its probability
 * @param expectedCalibrationError the mean difference of the two
 * @param auroc NaN if all slices are of one kind
 * @param cut slices of a higher probability are taken to hold it
 * @param f1 of the slices that are so taken; NaN if none holds it
 */
public record PresenceScore(
    Reliability reliability, double expectedCalibrationError, double auroc, double cut, double f1) {

  /**
   * Scores probabilities.
   *
   * @param probabilities one per slice, in [0, 1]
   * @param positive whether each slice holds the object
   */
  public static PresenceScore of(double[] probabilities, boolean[] positive, double cut) {
    Reliability.Tally tally = new Reliability.Tally();
    boolean[] all = new boolean[positive.length];
    Arrays.fill(all, true);
    float[] confidence = new float[probabilities.length];
    IntStream.range(0, confidence.length).forEach(i -> confidence[i] = (float) probabilities[i]);
    tally.add(confidence, all, positive, all);
    Reliability reliability = tally.result();
    return new PresenceScore(
        reliability,
        reliability.expectedCalibrationError(),
        Auroc.of(probabilities, positive),
        cut,
        f1(probabilities, positive, cut));
  }

  /** 2 found / (taken + holding). */
  private static double f1(double[] probabilities, boolean[] positive, double cut) {
    int found = 0;
    int both = 0;
    int holding = 0;
    for (int i = 0; i < positive.length; i++) {
      boolean taken = probabilities[i] > cut;
      found += taken && positive[i] ? 1 : 0;
      both += (taken ? 1 : 0) + (positive[i] ? 1 : 0);
      holding += positive[i] ? 1 : 0;
    }
    return holding == 0 ? Double.NaN : 2.0 * found / both;
  }

  /**
   * The cut with the largest F1, midway between two probabilities or 0; of equal ones that nearest
   * to one half.
   *
   * @param probabilities at least one, in [0, 1]
   */
  public static double bestCut(double[] probabilities, boolean[] positive) {
    double[] sorted = Arrays.stream(probabilities).sorted().distinct().toArray();
    double best = 0;
    double bestF1 = f1(probabilities, positive, best);
    for (int i = 1; i < sorted.length; i++) {
      double cut = (sorted[i - 1] + sorted[i]) / 2;
      double f1 = f1(probabilities, positive, cut);
      if (f1 > bestF1 || (f1 == bestF1 && Math.abs(cut - 0.5) < Math.abs(best - 0.5))) {
        best = cut;
        bestF1 = f1;
      }
    }
    return best;
  }
}
