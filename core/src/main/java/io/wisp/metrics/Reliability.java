package io.wisp.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether decisions are right as often as their confidence says: they are grouped in ten bins of
 * confidence, and the mean confidence of each is compared with the share that is right (Guo et al.,
 * ICML 2017).
 *
 * @param bins the ten, from 0 to 1; each includes its upper end, the first 0 too
 * @param count of all decisions
 */
public record Reliability(List<Bin> bins, long count) {
  private static final int BINS = 10;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * Decisions of similar confidence.
   *
   * @param from the lower end, in [0, 1]
   * @param to the upper end
   * @param count their number; if 0, the rest is NaN
   * @param confidence their mean confidence
   * @param right the share decided correctly
   */
  public record Bin(double from, double to, long count, double confidence, double right) {
    /** How far the confidence is off; 0 for an empty bin. */
    double gap() {
      return count == 0 ? 0 : Math.abs(confidence - right);
    }
  }

  /** The mean difference of confidence and correct share, over all decisions; NaN without any. */
  public double expectedCalibrationError() {
    return bins.stream().mapToDouble(bin -> bin.count() * bin.gap()).sum() / count;
  }

  /** Gathers decisions. */
  public static final class Tally {
    private final long[] counts = new long[BINS];
    private final long[] rights = new long[BINS];
    private final double[] sums = new double[BINS];

    /**
     * Adds the pixels of a slice.
     *
     * @param confidence in [0, 1]
     * @param decided what was found
     * @param truth the ground truth
     * @param where pixels count
     */
    public void add(float[] confidence, boolean[] decided, boolean[] truth, boolean[] where) {
      for (int i = 0; i < confidence.length; i++) {
        if (where[i]) {
          int bin = Math.max(0, (int) Math.ceil(confidence[i] * (double) BINS) - 1);
          counts[bin]++;
          sums[bin] += confidence[i];
          rights[bin] += decided[i] == truth[i] ? 1 : 0;
        }
      }
    }

    /** The result so far. */
    public Reliability result() {
      List<Bin> bins = new ArrayList<>();
      long all = 0;
      for (int i = 0; i < BINS; i++) {
        double n = counts[i] == 0 ? Double.NaN : counts[i];
        bins.add(
            new Bin(
                i / (double) BINS, (i + 1) / (double) BINS, counts[i], sums[i] / n, rights[i] / n));
        all += counts[i];
      }
      return new Reliability(bins, all);
    }
  }
}
