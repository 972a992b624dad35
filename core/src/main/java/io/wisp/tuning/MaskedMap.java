package io.wisp.tuning;

/**
 * A map with what was made of it; all arrays are size·size, row by row.
 *
 * @param map signed and smoothed, on its own scale
 * @param foreground where an object may lie
 * @param mask where the map says that it lies
 */
record MaskedMap(float[] map, boolean[] foreground, boolean[] mask) {
  /** Which pixels of the foreground are looked at. */
  enum Part {
    ALL,
    INSIDE_MASK,
    OUTSIDE_MASK
  }

  /**
   * Values of a part.
   *
   * @param count how many; where 0, the others are 0 as well
   */
  record Moments(int count, double mean, double deviation, double greatest) {}

  Moments moments(Part part) {
    int count = 0;
    double sum = 0;
    double squares = 0;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < map.length; i++) {
      if (belongs(i, part)) {
        count++;
        sum += map[i];
        squares += (double) map[i] * map[i];
        greatest = Math.max(greatest, map[i]);
      }
    }
    if (count == 0) {
      return new Moments(0, 0, 0, 0);
    }
    double mean = sum / count;
    double variance = Math.max(0, squares / count - mean * mean);
    return new Moments(count, mean, Math.sqrt(variance), greatest);
  }

  private boolean belongs(int pixel, Part part) {
    return foreground[pixel]
        && switch (part) {
          case ALL -> true;
          case INSIDE_MASK -> mask[pixel];
          case OUTSIDE_MASK -> !mask[pixel];
        };
  }
}
