package io.wisp.metrics;

/**
 * A confidence interval; NaN at both ends if there is nothing to draw from.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {
  /** No interval. */
  public static final Interval NONE = new Interval(Double.NaN, Double.NaN);
}
