package io.wisp.training;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Rotation, scaling, mirroring, shift and smooth displacement of an image about its centre, by
 * bilinear interpolation (elastic: Simard et al., ICDAR 2003, on a grid of {@value #KNOTS} knots a
 * side).
 *
 * @param matrix where a pixel comes from, relative to the centre: x from {@code m0 x + m1 y}, y
 *     from {@code m2 x + m3 y}
 * @param down added after that, in pixels
 * @param right added after that, in pixels
 * @param knots displacements down and then right at knots, as shares of the side; empty for none
 */
record Warp(double[] matrix, double down, double right, double[] knots) {
  private static final int KNOTS = 5;
  private static final double EVEN = 0.5;

  /** Draws a warp that mirrors and shifts as told; what is switched off draws nothing. */
  static Warp draw(
      Augmentation settings, boolean mirror, int down, int right, RandomGenerator random) {
    double angle = Math.toRadians(symmetric(settings.rotation(), random));
    double size = Math.pow(1 + settings.scale(), symmetric(settings.scale() == 0 ? 0 : 1, random));
    double cos = Math.cos(angle) / size;
    double sin = Math.sin(angle) / size;
    double side = mirror ? -1 : 1;
    double[] knots = new double[settings.elastic() == 0 ? 0 : 2 * KNOTS * KNOTS];
    if (knots.length > 0 && random.nextDouble() < EVEN) {
      Arrays.setAll(knots, i -> settings.elastic() * random.nextGaussian());
    }
    return new Warp(new double[] {side * cos, -side * sin, sin, cos}, -down, -right, knots);
  }

  private static double symmetric(double most, RandomGenerator random) {
    return most == 0 ? 0 : random.nextDouble(-most, most);
  }

  /** Warps an image [C, side, side] in place at the offset. */
  void toImage(float[] pixels, int offset, int channels, int side, float uncovered) {
    int count = side * side;
    float[] source = Arrays.copyOfRange(pixels, offset, offset + channels * count);
    double[] from = sources(side);
    for (int p = 0; p < count; p++) {
      for (int c = 0; c < channels; c++) {
        pixels[offset + c * count + p] =
            (float) between(source, c * count, side, from[2 * p], from[2 * p + 1], uncovered);
      }
    }
  }

  /** Warps a mask [side, side] in place; a pixel whose nearest source is negative becomes −1. */
  void toMask(float[] pixels, int offset, int side) {
    float[] source = Arrays.copyOfRange(pixels, offset, offset + side * side);
    float[] known = source.clone();
    for (int i = 0; i < known.length; i++) {
      known[i] = Math.max(0, source[i]);
    }
    double[] from = sources(side);
    for (int p = 0; p < source.length; p++) {
      double y = from[2 * p];
      double x = from[2 * p + 1];
      boolean unknown = at(source, 0, side, Math.round(y), Math.round(x), 0) < 0;
      pixels[offset + p] = unknown ? -1 : (float) between(known, 0, side, y, x, 0);
    }
  }

  /** Where each pixel comes from: row and column. */
  private double[] sources(int side) {
    double centre = (side - 1) / 2.0;
    double[] from = new double[2 * side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int p = 2 * (y * side + x);
        double u = x - centre;
        double v = y - centre;
        from[p] = centre + matrix[2] * u + matrix[3] * v + down + bend(0, y, x, side);
        from[p + 1] = centre + matrix[0] * u + matrix[1] * v + right + bend(1, y, x, side);
      }
    }
    return from;
  }

  /** The displacement along an axis, between knots, in pixels. */
  private double bend(int axis, int y, int x, int side) {
    if (knots.length == 0) {
      return 0;
    }
    double scale = (KNOTS - 1) / (double) Math.max(1, side - 1);
    int row = Math.min(KNOTS - 2, (int) (y * scale));
    int column = Math.min(KNOTS - 2, (int) (x * scale));
    double low = smooth(y * scale - row);
    double along = smooth(x * scale - column);
    int at = (axis * KNOTS + row) * KNOTS + column;
    double above = knots[at] + along * (knots[at + 1] - knots[at]);
    double below = knots[at + KNOTS] + along * (knots[at + KNOTS + 1] - knots[at + KNOTS]);
    return side * (above + low * (below - above));
  }

  /** Without a kink at the knots. */
  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double between(
      float[] source, int start, int side, double y, double x, float uncovered) {
    long row = (long) Math.floor(y);
    long column = (long) Math.floor(x);
    double low = y - row;
    double along = x - column;
    double above = at(source, start, side, row, column, uncovered);
    double below = at(source, start, side, row + 1, column, uncovered);
    if (along > 0) {
      above += along * (at(source, start, side, row, column + 1, uncovered) - above);
      below += along * (at(source, start, side, row + 1, column + 1, uncovered) - below);
    }
    return above + low * (below - above);
  }

  private static float at(
      float[] source, int start, int side, long row, long column, float uncovered) {
    boolean inside = row >= 0 && row < side && column >= 0 && column < side;
    return inside ? source[start + (int) row * side + (int) column] : uncovered;
  }
}
