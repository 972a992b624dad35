package io.wisp.mask;

/**
 * Gaussian smoothing of a picture, as {@code scipy.ndimage.gaussian_filter} does it: separable,
 * truncated at 4 sigma, and reflected at the border with the edge pixel repeated (d c b a | a b c d
 * | d c b a).
 */
public final class GaussianFilter {
  private static final double CUT_OFF = 4;

  private GaussianFilter() {}

  /**
   * @param image row-major, {@code rows * columns} values
   * @param sigma standard deviation in pixels; 0 leaves the picture as it is
   * @return a new picture
   */
  public static float[] smooth(float[] image, int rows, int columns, double sigma) {
    if (image.length != rows * columns || !(sigma >= 0) || Double.isInfinite(sigma)) {
      throw new IllegalArgumentException(
          "cannot smooth %s values as %sx%s with sigma %s"
              .formatted(image.length, rows, columns, sigma));
    }
    float[] result = image.clone();
    if (sigma == 0) {
      return result;
    }
    double[] weights = weights(sigma);
    for (int column = 0; column < columns; column++) {
      smoothLine(result, column, columns, rows, weights);
    }
    for (int row = 0; row < rows; row++) {
      smoothLine(result, row * columns, 1, columns, weights);
    }
    return result;
  }

  /** The right half of the kernel, centre first; the whole sums to 1. */
  static double[] weights(double sigma) {
    double[] weights = new double[(int) (CUT_OFF * sigma + 0.5) + 1];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.exp(-0.5 * k * k / (sigma * sigma));
      sum += k == 0 ? weights[k] : 2 * weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return weights;
  }

  private static void smoothLine(
      float[] image, int start, int stride, int length, double[] weights) {
    int radius = weights.length - 1;
    double[] line = new double[length + 2 * radius];
    for (int i = 0; i < line.length; i++) {
      line[i] = image[start + stride * reflect(i - radius, length)];
    }
    for (int i = 0; i < length; i++) {
      int centre = i + radius;
      double value = weights[0] * line[centre];
      for (int k = 1; k <= radius; k++) {
        value += weights[k] * (line[centre - k] + line[centre + k]);
      }
      image[start + stride * i] = (float) value;
    }
  }

  private static int reflect(int position, int length) {
    int folded = Math.floorMod(position, 2 * length);
    return folded < length ? folded : 2 * length - 1 - folded;
  }
}
