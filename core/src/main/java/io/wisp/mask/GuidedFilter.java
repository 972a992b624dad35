package io.wisp.mask;

import java.util.Arrays;

/**
 * The guided filter (He, Sun, Tang, Guided Image Filtering, ECCV 2010): in every window the output
 * is a linear function of the guide, the one that is closest to the map, so its edges are the
 * guide's. Windows use a region only, and are truncated at its rim. O(N), whatever the radius.
 */
final class GuidedFilter {
  private final boolean[] region;
  private final int rows;
  private final int columns;
  private final int radius;
  private final double[] count;

  /**
   * @param region where to filter
   * @param radius of the windows in pixels; they are 2 · radius + 1 wide
   */
  GuidedFilter(boolean[] region, int rows, int columns, int radius) {
    this.region = region;
    this.rows = rows;
    this.columns = columns;
    this.radius = radius;
    double[] ones = new double[region.length];
    Arrays.fill(ones, 1);
    count = sums(ones);
  }

  /**
   * q_i = ā_i I_i + b̄_i (eq. 8).
   *
   * @param map p
   * @param guide I
   * @param epsilon ε, in squared units of the guide
   * @return a new map; outside the region as it was
   */
  float[] filter(float[] map, float[] guide, double epsilon) {
    double[] p = asDoubles(map);
    double[] image = asDoubles(guide);
    double[] meanP = mean(p);
    double[] mean = mean(image);
    double[] meanOfProduct = mean(product(image, p));
    double[] meanOfSquare = mean(product(image, image));
    double[] a = new double[map.length];
    double[] b = new double[map.length];
    for (int k = 0; k < a.length; k++) {
      double covariance = meanOfProduct[k] - mean[k] * meanP[k];
      double variance = Math.max(0, meanOfSquare[k] - mean[k] * mean[k]);
      a[k] = covariance / (variance + epsilon); // eq. 5
      b[k] = meanP[k] - a[k] * mean[k]; // eq. 6
    }
    double[] meanA = mean(a);
    double[] meanB = mean(b);
    float[] q = map.clone();
    for (int i = 0; i < q.length; i++) {
      if (region[i]) {
        q[i] = (float) (meanA[i] * image[i] + meanB[i]);
      }
    }
    return q;
  }

  /** The mean over each window's part of the region; 0 where the middle lies outside. */
  double[] mean(double[] values) {
    double[] mean = sums(values);
    for (int i = 0; i < mean.length; i++) {
      mean[i] = region[i] ? mean[i] / count[i] : 0;
    }
    return mean;
  }

  /** Of each window, from the integral image: four values, whatever the radius. */
  private double[] sums(double[] values) {
    double[][] integral = integral(values);
    double[] sums = new double[values.length];
    for (int row = 0; row < rows; row++) {
      double[] above = integral[Math.max(0, row - radius)];
      double[] below = integral[Math.min(rows, row + radius + 1)];
      for (int column = 0; column < columns; column++) {
        int left = Math.max(0, column - radius);
        int right = Math.min(columns, column + radius + 1);
        sums[row * columns + column] = below[right] - below[left] - above[right] + above[left];
      }
    }
    return sums;
  }

  /** At [y][x] the sum over the region's part of the rows before y and the columns before x. */
  private double[][] integral(double[] values) {
    double[][] integral = new double[rows + 1][columns + 1];
    for (int y = 0; y < rows; y++) {
      double line = 0;
      for (int x = 0; x < columns; x++) {
        int i = y * columns + x;
        line += region[i] ? values[i] : 0;
        integral[y + 1][x + 1] = integral[y][x + 1] + line;
      }
    }
    return integral;
  }

  private static double[] product(double[] first, double[] second) {
    double[] product = new double[first.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = first[i] * second[i];
    }
    return product;
  }

  private static double[] asDoubles(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i];
    }
    return result;
  }
}
