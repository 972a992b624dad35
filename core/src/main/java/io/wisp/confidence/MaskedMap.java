package io.wisp.confidence;

import io.wisp.mask.SliceMask;

/**
 * A map with its foreground and mask; all arrays are of one slice, row by row.
 *
 * @param map as thresholded (signed, smoothed and the rest), on any scale
 * @param foreground where an object can be
 * @param mask where the map says it is
 */
public record MaskedMap(float[] map, boolean[] foreground, boolean[] mask) {
  /** Keeps the effect of a map of two values finite. */
  private static final double SMALLEST_DEVIATION = 1e-6;

  /** Which pixels of the foreground are used. */
  public enum Part {
    ALL,
    INSIDE_MASK,
    OUTSIDE_MASK
  }

  /**
   * Values of a part.
   *
   * @param count how many; where 0, the others are 0 as well
   */
  public record Moments(int count, double mean, double deviation, double greatest) {}

  /** A finished mask with the map that was thresholded. */
  public static MaskedMap of(SliceMask found) {
    return new MaskedMap(found.map(), found.foreground(), found.mask());
  }

  /** Of the foreground's pixels. */
  public Moments moments(Part part) {
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

  /** Mean inside the mask − mean outside it in the foreground; 0 where one of them is empty. */
  public double contrast() {
    return contrast(moments(Part.OUTSIDE_MASK));
  }

  private double contrast(Moments outside) {
    Moments inside = moments(Part.INSIDE_MASK);
    return inside.count() == 0 || outside.count() == 0 ? 0 : inside.mean() - outside.mean();
  }

  /**
   * {@link #contrast} in standard deviations of the outside; it does not depend on the map's scale,
   * and is finite.
   */
  public double effect() {
    Moments outside = moments(Part.OUTSIDE_MASK);
    double contrast = contrast(outside);
    double least = SMALLEST_DEVIATION * Math.abs(contrast);
    return contrast == 0 ? 0 : contrast / Math.max(outside.deviation(), least);
  }
}
