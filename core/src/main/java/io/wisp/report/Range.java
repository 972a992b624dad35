package io.wisp.report;

/** The value range of a colour map; values outside take the end's colour. */
public record Range(double low, double high) {
  /** Model-ready images: [-1, 1]. */
  public static final Range IMAGE = new Range(-1, 1);

  /** Masks and normalised maps: [0, 1]. */
  public static final Range UNIT = new Range(0, 1);

  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException("a range from " + low + " to " + high);
    }
  }

  /**
   * Whether values below zero are meaningful: at least a quarter of those above. Less is the
   * undershoot of a filter beside an edge.
   */
  public boolean isSigned() {
    return -low > high / 4;
  }

  /** The non-negative part of this range. */
  public Range positive() {
    return new Range(Math.max(0, low), Math.max(0, high));
  }

  /** The smallest range around this one that has zero in its middle, for signed maps. */
  public Range symmetric() {
    double reach = Math.max(Math.abs(low), Math.abs(high));
    return new Range(-reach, reach);
  }

  /** Where a value lies, 0 at {@code low} to 1 at {@code high}; NaN stays NaN. */
  public double fraction(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    return high == low ? 0 : Math.min(1, Math.max(0, (value - low) / (high - low)));
  }
}
