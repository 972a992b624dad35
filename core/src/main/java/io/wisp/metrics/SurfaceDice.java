package io.wisp.metrics;

import java.util.Arrays;

/**
 * The surface Dice at a tolerance (Nikolov et al., "Deep learning to achieve clinically applicable
 * segmentation of head and neck anatomy for radiotherapy", 2018), with surfaces counted in
 * elements, as in {@link SurfaceDistance}: the share of both surfaces that lies within the
 * tolerance of the other.
 */
public final class SurfaceDice {
  private static final double MILLIMETRES = 2;
  private static final double PIXELS = 1;

  private SurfaceDice() {}

  /** The usual tolerance: 2 mm, or one pixel. */
  public static double tolerance(DistanceUnit unit) {
    return unit == DistanceUnit.MILLIMETRE ? MILLIMETRES : PIXELS;
  }

  /**
   * Compares two masks at the usual tolerance.
   *
   * @param prediction row-major, last axis fastest
   * @param truth of the same shape
   * @param shape extents, 2 or 3
   * @param spacing distance of neighbours along each axis in mm; NaN where unknown
   * @return in [0, 1]; 0 if one mask is empty, NaN if both are
   */
  public static double of(boolean[] prediction, boolean[] truth, int[] shape, double[] spacing) {
    DistanceUnit unit = DistanceUnit.of(spacing);
    return of(prediction, truth, shape, unit.spacing(spacing), tolerance(unit));
  }

  /**
   * As {@link #of(boolean[], boolean[], int[], double[])}, at a tolerance in the spacing's unit.
   */
  public static double of(
      boolean[] prediction, boolean[] truth, int[] shape, double[] spacing, double tolerance) {
    Overlap overlap = Overlap.of(prediction, truth);
    if (overlap.predicted() == 0 || overlap.actual() == 0) {
      return overlap.predicted() == overlap.actual() ? Double.NaN : 0;
    }
    SurfaceDistance.Directed distances =
        SurfaceDistance.Directed.between(prediction, truth, shape, spacing);
    long near = near(distances.forth(), tolerance) + near(distances.back(), tolerance);
    return near / (double) (distances.forth().length + distances.back().length);
  }

  private static long near(double[] distances, double tolerance) {
    return Arrays.stream(distances).filter(distance -> distance <= tolerance).count();
  }
}
