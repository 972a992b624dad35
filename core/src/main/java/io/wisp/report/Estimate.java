package io.wisp.report;

/**
 * A mean with its standard deviation. NaN means that there is no value, and is shown as a dash.
 *
 * @param mean the mean
 * @param std the standard deviation, or NaN if only the mean is known
 */
public record Estimate(double mean, double std) {
  /** No value. */
  public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN);
}
