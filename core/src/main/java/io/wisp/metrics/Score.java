package io.wisp.metrics;

/**
 * All measures of one predicted mask, of a slice or of a volume. See {@link Overlap} and {@link
 * SurfaceDistance} for their definitions and for empty masks.
 *
 * @param hd95 in the unit given, NaN if exactly one mask is empty; likewise {@code hd} and {@code
 *     assd}
 * @param objectFraction the true object's share of the grid, in [0, 1]
 * @param predictedFraction the predicted object's share of the grid
 * @param unit of the distances
 */
public record Score(
    double dice,
    double iou,
    double precision,
    double recall,
    double hd95,
    double hd,
    double assd,
    double objectFraction,
    double predictedFraction,
    DistanceUnit unit) {

  /**
   * Scores a mask.
   *
   * @param prediction row-major, last axis fastest
   * @param truth of the same shape
   * @param shape extents, 2 or 3
   * @param spacing distance of neighbours along each axis in mm; if one is NaN, not positive or not
   *     finite, the spacing is unknown and distances are in pixels
   */
  public static Score of(boolean[] prediction, boolean[] truth, int[] shape, double[] spacing) {
    Overlap overlap = Overlap.of(prediction, truth);
    DistanceUnit unit = DistanceUnit.of(spacing);
    SurfaceDistance distance =
        SurfaceDistance.between(prediction, truth, shape, unit.spacing(spacing));
    return new Score(
        overlap.dice(),
        overlap.iou(),
        overlap.precision(),
        overlap.recall(),
        distance.hd95(),
        distance.hd(),
        distance.assd(),
        (double) overlap.actual() / overlap.total(),
        (double) overlap.predicted() / overlap.total(),
        unit);
  }
}
