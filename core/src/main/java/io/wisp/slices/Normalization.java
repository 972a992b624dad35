package io.wisp.slices;

/**
 * How the intensities of a volume become [-1, 1]: one linear map per volume from a range low…high,
 * clipped. The foreground is every finite voxel above the volume's smallest one (the background).
 * Voxels that are not a number become -1, and so does a constant volume.
 */
public enum Normalization {
  /**
   * From the 0.5th to the 99.5th percentile of the foreground, so that a few bright voxels do no
   * harm.
   */
  ROBUST(0.005, 0.995),
  /** From the smallest to the largest finite voxel. */
  MIN_MAX(0, 1);

  private final double low;
  private final double high;

  Normalization(double low, double high) {
    this.low = low;
    this.high = high;
  }

  /**
   * Finds the range of a volume.
   *
   * @param parts the voxels of the volume, in one array or several
   */
  public IntensityRange rangeOf(float[]... parts) {
    FloatQuantiles all = FloatQuantiles.above(Float.NEGATIVE_INFINITY, parts);
    if (all.count() == 0) {
      return IntensityRange.EMPTY;
    }
    float background = all.quantile(0);
    if (this == MIN_MAX) {
      return new IntensityRange(background, all.quantile(1));
    }
    FloatQuantiles foreground = FloatQuantiles.above(background, parts);
    if (foreground.count() == 0) {
      return IntensityRange.EMPTY;
    }
    float bottom = foreground.quantile(low);
    float top = foreground.quantile(high);
    return new IntensityRange(bottom < top ? bottom : background, top);
  }
}
