package io.wisp.slices;

/**
 * The linear map of one volume's intensities to [-1, 1]: low and below become -1, high and above 1.
 *
 * @param low the intensity that becomes -1
 * @param high the intensity that becomes 1
 */
public record IntensityRange(float low, float high) {
  /** A normalised intensity above this counts as content: 5 % of the way from low to high. */
  public static final float CONTENT_LEVEL = -0.9f;

  /** The range of a volume that holds nothing; everything becomes -1. */
  static final IntensityRange EMPTY = new IntensityRange(0, 0);

  /** Maps one intensity; not-a-number, and anything in an empty range, becomes -1. */
  public float normalize(float intensity) {
    if (!(high > low) || !(intensity > low)) {
      return -1;
    }
    if (intensity >= high) {
      return 1;
    }
    return (float) (2 * ((double) intensity - low) / ((double) high - low) - 1);
  }

  /** Maps an array of intensities into a new one. */
  public float[] normalize(float[] intensities) {
    float[] normalized = new float[intensities.length];
    for (int i = 0; i < intensities.length; i++) {
      normalized[i] = normalize(intensities[i]);
    }
    return normalized;
  }

  /**
   * The fraction of normalised pixels above {@link #CONTENT_LEVEL} in any channel, in [0, 1].
   *
   * @param channels of the same length
   */
  static double content(float[]... channels) {
    int pixels = 0;
    for (int i = 0; i < channels[0].length; i++) {
      pixels += isContent(channels, i) ? 1 : 0;
    }
    return (double) pixels / channels[0].length;
  }

  private static boolean isContent(float[][] channels, int pixel) {
    for (float[] channel : channels) {
      if (channel[pixel] > CONTENT_LEVEL) {
        return true;
      }
    }
    return false;
  }
}
