package io.wisp.slices;

/**
 * Weights that resample a line of {@code from} pixels to {@code to} pixels, both covering the same
 * length: the average over each new pixel's area when shrinking, linear interpolation between pixel
 * centres when enlarging (held constant beyond the outermost centres). Weights add up to 1.
 */
final class Resampling {
  private final int[] first;
  private final float[][] weights;

  private Resampling(int[] first, float[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  static Resampling of(int from, int to) {
    int[] first = new int[to];
    float[][] weights = new float[to][];
    for (int i = 0; i < to; i++) {
      if (to < from) {
        average(i, (double) from / to, from, first, weights);
      } else {
        interpolate(i, (i + 0.5) * from / to - 0.5, from, first, weights);
      }
    }
    return new Resampling(first, weights);
  }

  private static void average(int i, double step, int from, int[] first, float[][] weights) {
    double begin = i * step;
    double end = begin + step;
    first[i] = (int) begin;
    int last = Math.min(from, (int) Math.ceil(end - 1e-9));
    weights[i] = new float[last - first[i]];
    for (int j = first[i]; j < last; j++) {
      double overlap = Math.min(end, j + 1) - Math.max(begin, j);
      weights[i][j - first[i]] = (float) (overlap / step);
    }
  }

  private static void interpolate(int i, double centre, int from, int[] first, float[][] weights) {
    double held = Math.max(0, Math.min(from - 1, centre));
    first[i] = (int) held;
    float right = (float) (held - first[i]);
    weights[i] = right == 0 ? new float[] {1} : new float[] {1 - right, right};
  }

  /** Resamples a square picture in both directions. */
  static float[] square(float[] pixels, int from, int to) {
    if (from == to) {
      return pixels.clone();
    }
    Resampling line = of(from, to);
    float[] narrow = new float[from * to];
    for (int row = 0; row < from; row++) {
      for (int column = 0; column < to; column++) {
        narrow[row * to + column] = line.weigh(pixels, row * from, 1, column);
      }
    }
    float[] result = new float[to * to];
    for (int row = 0; row < to; row++) {
      for (int column = 0; column < to; column++) {
        result[row * to + column] = line.weigh(narrow, column, to, row);
      }
    }
    return result;
  }

  private float weigh(float[] pixels, int offset, int stride, int target) {
    float[] weight = weights[target];
    int at = offset + first[target] * stride;
    float sum = 0;
    for (int j = 0; j < weight.length; j++, at += stride) {
      sum += weight[j] * pixels[at];
    }
    return sum;
  }

  /** The source pixel under the centre of a target pixel. */
  static int nearest(int target, int from, int to) {
    return (int) ((2L * target + 1) * from / (2L * to));
  }
}
