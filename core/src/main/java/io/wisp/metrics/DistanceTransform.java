package io.wisp.metrics;

import java.util.Arrays;

/**
 * The exact Euclidean distance transform, in time linear in the grid (P. Felzenszwalb, D.
 * Huttenlocher, "Distance transforms of sampled functions", 2012): along each axis in turn, the
 * lower envelope of the parabolas s²(q − p)² + f(p).
 */
public final class DistanceTransform {
  private DistanceTransform() {}

  /**
   * The squared distance of every position to the nearest site.
   *
   * @param sites row-major, last axis fastest
   * @param shape extents, any number of axes
   * @param spacing the distance of neighbours along each axis, positive
   * @return squared distances in the units of the spacing; infinite everywhere if there is no site
   */
  public static double[] squared(boolean[] sites, int[] shape, double[] spacing) {
    check(sites, shape, spacing);
    double[] squared = new double[sites.length];
    for (int i = 0; i < sites.length; i++) {
      squared[i] = sites[i] ? 0 : Double.POSITIVE_INFINITY;
    }
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      transformAxis(squared, shape[axis], stride, spacing[axis]);
      stride *= shape[axis];
    }
    return squared;
  }

  private static void check(boolean[] sites, int[] shape, double[] spacing) {
    long size = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    boolean positive = Arrays.stream(spacing).allMatch(s -> s > 0 && s < Double.POSITIVE_INFINITY);
    if (size != sites.length || shape.length != spacing.length || !positive) {
      throw new IllegalArgumentException(
          "%s elements do not make a grid of shape %s and spacing %s"
              .formatted(sites.length, Arrays.toString(shape), Arrays.toString(spacing)));
    }
  }

  private static void transformAxis(double[] values, int length, int stride, double spacing) {
    Envelope envelope = new Envelope(length, spacing * spacing);
    int block = length * stride;
    for (int start = 0; start < values.length; start += block) {
      for (int offset = 0; offset < stride; offset++) {
        envelope.transform(values, start + offset, stride);
      }
    }
  }

  /** The lower envelope of the parabolas over one line, with the buffers it needs. */
  private static final class Envelope {
    private final double scale;
    private final double[] line;

    /**
     * Parabola k of the envelope has its vertex at {@code vertex[k]}, and is lowest from left[k].
     */
    private final int[] vertex;

    private final double[] left;

    Envelope(int length, double scale) {
      this.scale = scale;
      this.line = new double[length];
      this.vertex = new int[length];
      this.left = new double[length];
    }

    void transform(double[] values, int start, int stride) {
      for (int q = 0; q < line.length; q++) {
        line[q] = values[start + stride * q];
      }
      int parabolas = build();
      int k = 0;
      for (int q = 0; q < line.length && parabolas > 0; q++) {
        while (k + 1 < parabolas && left[k + 1] < q) {
          k++;
        }
        double along = q - vertex[k];
        values[start + stride * q] = scale * along * along + line[vertex[k]];
      }
    }

    private int build() {
      int count = 0;
      for (int q = 0; q < line.length; q++) {
        if (line[q] == Double.POSITIVE_INFINITY) {
          continue;
        }
        double from = Double.NEGATIVE_INFINITY;
        while (count > 0) {
          from = crossing(vertex[count - 1], q);
          if (from > left[count - 1]) {
            break;
          }
          count--;
        }
        vertex[count] = q;
        left[count] = count == 0 ? Double.NEGATIVE_INFINITY : from;
        count++;
      }
      return count;
    }

    /** Where the parabola of q > p comes to lie below that of p. */
    private double crossing(int p, int q) {
      return (line[q] - line[p]) / (2 * scale * (q - p)) + (p + q) / 2.0;
    }
  }
}
