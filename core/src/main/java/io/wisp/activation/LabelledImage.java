package io.wisp.activation;

/**
 * One image to map, and which noise it gets.
 *
 * @param pixels [C·H·W] in [−1, 1], row-major
 * @param identity names the image; together with the seed it decides the noise, so that a map does
 *     not depend on the image's batch
 * @param position the image's position in its scan, from 0 to 1, for networks that take it; 0.5
 *     without a scan
 */
public record LabelledImage(float[] pixels, String identity, double position) {
  /** The image mirrored left to right, under its own name. */
  LabelledImage mirrored(int columns) {
    return new LabelledImage(mirrored(pixels, columns), identity + "|mirrored", position);
  }

  /**
   * Rows of values, each read from right to left.
   *
   * @param columns values per row
   */
  static float[] mirrored(float[] values, int columns) {
    float[] mirrored = new float[values.length];
    for (int p = 0; p < values.length; p++) {
      int column = p % columns;
      mirrored[p] = values[p - column + (columns - 1 - column)];
    }
    return mirrored;
  }
}
