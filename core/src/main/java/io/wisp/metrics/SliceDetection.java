package io.wisp.metrics;

import java.util.List;

/**
 * Whether the slices that hold the object are told from those that do not.
 *
 * @param positives slices that hold it
 * @param positivesOutlined those of them with a mask
 * @param healthy slices that do not
 * @param healthyOutlined those of them with a mask
 * @param auroc of the map's largest value; NaN if slices of one kind only are known
 */
public record SliceDetection(
    int positives, int positivesOutlined, int healthy, int healthyOutlined, double auroc) {

  /**
   * A slice.
   *
   * @param positive whether it holds the object
   * @param peak the largest value of its map
   * @param outlined whether it has a mask
   */
  public record Seen(boolean positive, double peak, boolean outlined) {}

  public static SliceDetection of(List<Seen> slices) {
    double[] peaks = slices.stream().mapToDouble(Seen::peak).toArray();
    boolean[] positive = new boolean[peaks.length];
    int[] count = new int[2];
    int[] outlined = new int[2];
    for (int i = 0; i < positive.length; i++) {
      Seen slice = slices.get(i);
      positive[i] = slice.positive();
      int kind = slice.positive() ? 1 : 0;
      count[kind]++;
      outlined[kind] += slice.outlined() ? 1 : 0;
    }
    return new SliceDetection(
        count[1], outlined[1], count[0], outlined[0], Auroc.of(peaks, positive));
  }

  /** The share of healthy slices with a mask; NaN if there are none. */
  public double falseShare() {
    return healthy == 0 ? Double.NaN : healthyOutlined / (double) healthy;
  }
}
