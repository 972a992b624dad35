package io.wisp.mask;

/**
 * Takes the slow part off a map: its mean under a wide Gaussian, over foreground pixels only, so
 * that the background does not pull on the rim.
 */
final class Drift {
  private static final float LEAST_WEIGHT = 1e-6f;

  private Drift() {}

  /** The map less its slow part inside the foreground, and unchanged outside. */
  static float[] remove(float[] map, boolean[] inside, int rows, int columns, double sigma) {
    if (sigma == 0) {
      return map;
    }
    float[] weight = new float[map.length];
    float[] weighted = new float[map.length];
    for (int i = 0; i < map.length; i++) {
      weight[i] = inside[i] ? 1 : 0;
      weighted[i] = inside[i] ? map[i] : 0;
    }
    float[] norm = GaussianFilter.smooth(weight, rows, columns, sigma);
    float[] slow = GaussianFilter.smooth(weighted, rows, columns, sigma);
    float[] result = map.clone();
    for (int i = 0; i < map.length; i++) {
      if (inside[i] && norm[i] > LEAST_WEIGHT) {
        result[i] -= slow[i] / norm[i];
      }
    }
    return result;
  }
}
