package io.wisp.metrics;

/**
 * The scores of a whole scan that was outlined without labels, so that it may hold no object.
 *
 * @param caseId the case
 * @param slices how many there are
 * @param dice NaN without an object in the truth, like {@code surfaceDice}
 * @param surfaceDice see {@link SurfaceDice}
 * @param volume of the prediction, in ml, or in voxels where the spacing is unknown
 * @param trueVolume of the truth
 * @param objects predicted and true ones
 * @param unit of the spacing
 */
public record ScanScore(
    String caseId,
    int slices,
    double dice,
    double surfaceDice,
    double volume,
    double trueVolume,
    ObjectMatch objects,
    DistanceUnit unit) {
  private static final double CUBIC_MILLIMETRES = 1000;

  /**
   * Scores a scan.
   *
   * @param slices how many were looked at
   * @param prediction row-major, last axis fastest; of one shape with {@code truth} and {@code map}
   * @param map higher means rather an object
   * @param shape three extents
   * @param spacing distance of neighbours along each axis in mm; NaN where unknown
   */
  public static ScanScore of(
      String caseId,
      int slices,
      boolean[] prediction,
      boolean[] truth,
      float[] map,
      int[] shape,
      double[] spacing) {
    Overlap overlap = Overlap.of(prediction, truth);
    DistanceUnit unit = DistanceUnit.of(spacing);
    double voxel =
        unit == DistanceUnit.PIXEL ? 1 : spacing[0] * spacing[1] * spacing[2] / CUBIC_MILLIMETRES;
    boolean healthy = overlap.actual() == 0;
    return new ScanScore(
        caseId,
        slices,
        healthy ? Double.NaN : overlap.dice(),
        healthy ? Double.NaN : SurfaceDice.of(prediction, truth, shape, spacing),
        voxel * overlap.predicted(),
        voxel * overlap.actual(),
        ObjectMatch.of(prediction, truth, map, shape),
        unit);
  }

  /** Whether the truth holds no object. */
  public boolean healthy() {
    return trueVolume == 0;
  }

  /** How far the two volumes are apart, 0 or more. */
  public double volumeDifference() {
    return Math.abs(volume - trueVolume);
  }

  /** The unit of the volumes. */
  public String volumeUnit() {
    return unit == DistanceUnit.MILLIMETRE ? "ml" : "voxels";
  }
}
