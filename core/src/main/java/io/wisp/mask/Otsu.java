package io.wisp.mask;

import java.util.Arrays;

/**
 * Otsu's threshold: the bin centre t that maximises the variance between the two classes "at most
 * t" and "above t", w₁ w₂ (μ₁ − μ₂)². Histogram, rounding and ties are those of {@code
 * skimage.filters.threshold_otsu} with its 256 bins: the arithmetic is in single precision, bin
 * edges are rounded to it, and of equal maxima the first counts. Values strictly greater than the
 * threshold belong to the object.
 *
 * <pre>{@code
 * float threshold = Otsu.threshold(map);
 * boolean object = map[i] > threshold;
 * }</pre>
 */
public final class Otsu {
  /** Bins of the histogram, unless said otherwise. */
  public static final int BINS = 256;

  private Otsu() {}

  /**
   * @param values at least one value, all finite
   * @return the threshold, in the units of the values; of a constant picture, that constant
   */
  public static float threshold(float[] values) {
    return threshold(values, BINS);
  }

  /**
   * As {@link #threshold(float[])}, with another histogram.
   *
   * @param bins at least 1
   */
  public static float threshold(float[] values, int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("Otsu's histogram needs a bin, but bins is " + bins);
    }
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("Otsu's threshold of a picture that holds " + value);
      }
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (values.length == 0) {
      throw new IllegalArgumentException("Otsu's threshold of no values at all");
    }
    if (low == high) {
      return low;
    }
    float[] edges = edges(low, high, bins);
    return centre(edges, bestSplit(counts(values, edges), edges));
  }

  /**
   * The threshold of the values inside a region.
   *
   * @param inside as long as the values; at least one must be inside
   */
  public static float threshold(float[] values, boolean[] inside) {
    float[] chosen = new float[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (inside[i]) {
        chosen[count++] = values[i];
      }
    }
    return threshold(Arrays.copyOf(chosen, count));
  }

  private static float[] edges(float low, float high, int bins) {
    float[] edges = new float[bins + 1];
    double step = ((double) high - low) / bins;
    for (int i = 0; i < bins; i++) {
      edges[i] = (float) (i * step + low);
    }
    edges[bins] = high;
    return edges;
  }

  /** A bin holds its left edge, the last bin both. The guess may be one off by rounding. */
  private static float[] counts(float[] values, float[] edges) {
    int bins = edges.length - 1;
    float[] counts = new float[bins];
    double scale = bins / ((double) edges[bins] - edges[0]);
    for (float value : values) {
      int bin = Math.min((int) (((double) value - edges[0]) * scale), bins - 1);
      if (value < edges[bin]) {
        bin--;
      } else if (bin < bins - 1 && value >= edges[bin + 1]) {
        bin++;
      }
      counts[bin]++;
    }
    return counts;
  }

  private static float centre(float[] edges, int bin) {
    return (edges[bin] + edges[bin + 1]) / 2;
  }

  /** The last bin of the lower class. */
  private static int bestSplit(float[] counts, float[] edges) {
    int bins = counts.length;
    float[] upperWeight = new float[bins];
    float[] upperSum = new float[bins];
    float weight = 0;
    float sum = 0;
    for (int i = bins - 1; i >= 0; i--) {
      upperWeight[i] = weight += counts[i];
      upperSum[i] = sum += counts[i] * centre(edges, i);
    }
    weight = 0;
    sum = 0;
    int best = 0;
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < bins - 1; i++) {
      weight += counts[i];
      sum += counts[i] * centre(edges, i);
      float apart = sum / weight - upperSum[i + 1] / upperWeight[i + 1];
      float between = weight * upperWeight[i + 1] * (apart * apart);
      if (between > largest) {
        largest = between;
        best = i;
      }
    }
    return best;
  }
}
