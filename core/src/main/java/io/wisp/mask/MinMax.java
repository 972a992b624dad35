package io.wisp.mask;

/** Min-max scaling of a map to [0, 1]. */
public final class MinMax {
  private MinMax() {}

  /**
   * Scales so that the smallest value inside becomes 0 and the largest 1, and sets everything
   * outside to 0. A constant map becomes 0 everywhere.
   *
   * @param inside the region, as long as the map
   * @return a new map
   */
  public static float[] scale(float[] map, boolean[] inside) {
    Extremes extremes = Extremes.of(map, inside);
    float[] scaled = new float[map.length];
    if (!(extremes.high() > extremes.low())) {
      return scaled;
    }
    double range = (double) extremes.high() - extremes.low();
    for (int i = 0; i < map.length; i++) {
      if (inside[i]) {
        scaled[i] = (float) (((double) map[i] - extremes.low()) / range);
      }
    }
    return scaled;
  }

  /**
   * The value that {@link #scale} maps to a fraction.
   *
   * @param inside the region; at least one value must be inside
   * @param fraction of the way from the smallest value inside to the largest
   */
  static double between(float[] map, boolean[] inside, double fraction) {
    Extremes extremes = Extremes.of(map, inside);
    return extremes.low() + fraction * (extremes.high() - extremes.low());
  }

  private record Extremes(float low, float high) {
    static Extremes of(float[] map, boolean[] inside) {
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < map.length; i++) {
        if (inside[i]) {
          low = Math.min(low, map[i]);
          high = Math.max(high, map[i]);
        }
      }
      return new Extremes(low, high);
    }
  }
}
