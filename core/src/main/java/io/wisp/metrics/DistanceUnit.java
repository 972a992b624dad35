package io.wisp.metrics;

import java.util.Arrays;

/** The unit of a distance. */
public enum DistanceUnit {
  /** The spacing is known. */
  MILLIMETRE("mm"),
  /** The spacing is not known, or not used: every neighbour is at distance 1. */
  PIXEL("px");

  private final String symbol;

  DistanceUnit(String symbol) {
    this.symbol = symbol;
  }

  /** "mm" or "px". */
  public String symbol() {
    return symbol;
  }

  /** Millimetres if every axis has a finite, positive spacing; otherwise pixels. */
  public static DistanceUnit of(double[] spacing) {
    boolean known = Arrays.stream(spacing).allMatch(s -> s > 0 && s < Double.POSITIVE_INFINITY);
    return known ? MILLIMETRE : PIXEL;
  }

  /** The spacing in this unit: as it is in millimetres, ones in pixels. */
  public double[] spacing(double[] spacing) {
    double[] result = spacing.clone();
    if (this == PIXEL) {
      Arrays.fill(result, 1);
    }
    return result;
  }
}
