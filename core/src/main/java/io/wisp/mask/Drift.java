package io.wisp.mask;

/**
 * The slow part of a map, which belongs to the image as a whole rather than to an object: the map
 * after a wide Gaussian. Only the foreground is used: the Gaussian's weights outside are 0, and
 * those inside sum to 1 (normalised convolution, Knutsson and Westin, CVPR 1993).
 */
final class Drift {
  private Drift() {}

  /**
   * The map minus its drift.
   *
   * @param inside the foreground
   * @param sigma of the Gaussian in pixels; 0 leaves the map as it is
   * @return a new map; 0 outside the foreground
   */
  static float[] remove(float[] map, boolean[] inside, int rows, int columns, double sigma) {
    if (sigma == 0) {
      return map.clone();
    }
    float[] within = new float[map.length];
    float[] weight = new float[map.length];
    for (int i = 0; i < map.length; i++) {
      if (inside[i]) {
        within[i] = map[i];
        weight[i] = 1;
      }
    }
    float[] sum = GaussianFilter.smooth(within, rows, columns, sigma);
    float[] weights = GaussianFilter.smooth(weight, rows, columns, sigma);
    for (int i = 0; i < map.length; i++) {
      if (inside[i]) {
        within[i] -= sum[i] / weights[i];
      }
    }
    return within;
  }
}
