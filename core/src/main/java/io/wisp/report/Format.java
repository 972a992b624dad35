package io.wisp.report;

import java.util.Locale;

/** Numbers as a page shows them; non-finite ones are dashes. */
public final class Format {
  private Format() {}

  /** With this many decimals. */
  public static String number(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }

  /** A mean ± its standard deviation, or the mean alone. */
  public static String estimate(Estimate value, int decimals) {
    return (number(value.mean(), decimals) + " " + spread(value, decimals)).strip();
  }

  /** From one value to another; a dash if unknown. */
  public static String range(double low, double high, int decimals) {
    return Double.isFinite(low) && Double.isFinite(high)
        ? number(low, decimals) + " to " + number(high, decimals)
        : number(Double.NaN, decimals);
  }

  /** A probability of a test, with four decimals. */
  public static String p(double value) {
    return value < 1e-4 ? "< 0.0001" : number(value, 4);
  }

  /** The part of an estimate after its mean, or nothing. */
  static String spread(Estimate estimate, int decimals) {
    return Double.isFinite(estimate.mean()) && Double.isFinite(estimate.std())
        ? "± " + number(estimate.std(), decimals)
        : "";
  }

  /** Seconds with about three digits: 123, 12.3, 1.23, 0.123. */
  static String seconds(double seconds) {
    return number(seconds, seconds >= 100 ? 0 : seconds >= 10 ? 1 : seconds >= 1 ? 2 : 3);
  }
}
