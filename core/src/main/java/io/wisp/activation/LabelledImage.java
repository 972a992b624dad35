package io.wisp.activation;

import java.util.function.IntFunction;

/**
 * One image to map, and which noise it gets.
 *
 * @param pixels [C·H·W] in [−1, 1], row-major
 * @param identity names the image; together with the seed it decides the noise, so that a map does
 *     not depend on the image's batch
 * @param position the image's position in its scan, from 0 to 1, for networks that take it; 0.5
 *     without a scan
 * @param beside the pixels of the slice that lies some slices further in the scan, or of the last
 *     one on that side; for networks that see neighbouring slices
 */
public record LabelledImage(
    float[] pixels, String identity, double position, IntFunction<float[]> beside) {

  /** An image without neighbours: itself on both sides. */
  public LabelledImage(float[] pixels, String identity, double position) {
    this(pixels, identity, position, steps -> pixels);
  }

  /** The image mirrored left to right, with its neighbours, under its own name. */
  public LabelledImage mirrored(int columns) {
    return new LabelledImage(
        mirrored(pixels, columns),
        identity + "|mirrored",
        position,
        steps -> mirrored(beside.apply(steps), columns));
  }

  /** The slices from so many before to as many after as one image, [(2 neighbours + 1)·C·H·W]. */
  public LabelledImage between(int neighbours) {
    if (neighbours == 0) {
      return this;
    }
    float[] stack = new float[(2 * neighbours + 1) * pixels.length];
    for (int i = 0; i <= 2 * neighbours; i++) {
      float[] one = i == neighbours ? pixels : beside.apply(i - neighbours);
      System.arraycopy(one, 0, stack, i * pixels.length, pixels.length);
    }
    return new LabelledImage(stack, identity, position);
  }

  /**
   * Rows of values, each read from right to left.
   *
   * @param columns values per row
   */
  public static float[] mirrored(float[] values, int columns) {
    float[] mirrored = new float[values.length];
    for (int p = 0; p < values.length; p++) {
      int column = p % columns;
      mirrored[p] = values[p - column + (columns - 1 - column)];
    }
    return mirrored;
  }
}
