package io.wisp.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a chart.
 *
 * @param label what it measures, with the unit
 * @param low value at the start
 * @param high value at the end, above {@code low}
 * @param scale how values are spread between them
 */
record Axis(String label, double low, double high, Scale scale) {
  /** How values are spread along an axis. */
  enum Scale {
    LINEAR,
    /** By powers of ten; all values above zero. */
    LOGARITHMIC
  }

  private static final int WANTED_TICKS = 5;

  /** An axis around all finite values, widened to round numbers. */
  static Axis around(String label, Collection<Double> values, Scale scale) {
    double low = values.stream().filter(Double::isFinite).mapToDouble(v -> v).min().orElse(0);
    double high = values.stream().filter(Double::isFinite).mapToDouble(v -> v).max().orElse(1);
    if (scale == Scale.LOGARITHMIC) {
      return new Axis(label, low / 1.15, high * 1.15, scale);
    }
    if (high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
      high = low + (low == 0 ? 1 : Math.abs(low));
    }
    double step = step(high - low);
    return new Axis(label, Math.floor(low / step) * step, Math.ceil(high / step) * step, scale);
  }

  /** Logarithmic if the values are above zero and their ends lie a factor apart, else linear. */
  static Scale scaleFor(Collection<Double> values, double factor) {
    double low = values.stream().mapToDouble(v -> v).min().orElse(0);
    double high = values.stream().mapToDouble(v -> v).max().orElse(0);
    return low > 0 && high / low >= factor ? Scale.LOGARITHMIC : Scale.LINEAR;
  }

  /** Where a value lies along the axis, 0 at its start to 1 at its end; not clipped. */
  double fraction(double value) {
    return scale == Scale.LINEAR
        ? (value - low) / (high - low)
        : Math.log(value / low) / Math.log(high / low);
  }

  /** Round values along the axis. */
  List<Double> ticks() {
    return scale == Scale.LINEAR ? linearTicks() : logarithmicTicks();
  }

  /** A tick's value in its shortest form. */
  static String format(double value) {
    if (value != 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e7)) {
      return String.format(Locale.ROOT, "%.0e", value);
    }
    String plain = String.format(Locale.ROOT, "%.4f", value);
    String shortest = plain.replaceAll("\\.?0+$", "");
    return Math.abs(value) >= 10_000
        ? String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', '\u2009')
        : shortest;
  }

  private List<Double> linearTicks() {
    double step = step(high - low);
    List<Double> ticks = new ArrayList<>();
    for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  private List<Double> logarithmicTicks() {
    double[] digits = high / low > 200 ? new double[] {1} : new double[] {1, 2, 5};
    List<Double> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
      for (double digit : digits) {
        double tick = Double.parseDouble(digit + "e" + power);
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private static double step(double span) {
    double raw = span / WANTED_TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double digit = raw / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }
}
