package io.wisp.volume;

/**
 * Sum, least and largest of a stream of values, NaN left out; the sum is compensated (Neumaier).
 */
public final class VolumeStatistics {
  private double sum;
  private double compensation;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private boolean any;
  private final long middle;
  private long seen;
  private double first;
  private double mid;

  /**
   * @param middle which value to keep as {@link #mid}, counted from 0
   */
  public VolumeStatistics(long middle) {
    this.middle = middle;
  }

  /** Takes the first values of an array. */
  public void add(double[] values, int count) {
    if (seen == 0) {
      first = values[0];
    }
    if (seen <= middle && middle < seen + count) {
      mid = values[(int) (middle - seen)];
    }
    seen += count;
    for (int i = 0; i < count; i++) {
      if (!Double.isNaN(values[i])) {
        add(values[i]);
      }
    }
  }

  private void add(double value) {
    any = true;
    min = Math.min(min, value);
    max = Math.max(max, value);
    double total = sum + value;
    compensation +=
        Math.abs(sum) >= Math.abs(value) ? (sum - total) + value : (value - total) + sum;
    sum = total;
  }

  public double sum() {
    if (!any) {
      return Double.NaN;
    }
    return Double.isFinite(sum) ? sum + compensation : sum;
  }

  public double min() {
    return any ? min : Double.NaN;
  }

  public double max() {
    return any ? max : Double.NaN;
  }

  public double first() {
    return first;
  }

  public double mid() {
    return mid;
  }
}
