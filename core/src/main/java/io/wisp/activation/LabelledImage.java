package io.wisp.activation;

/**
 * One image to map, and which noise it gets.
 *
 * @param pixels [C·H·W] in [−1, 1], row-major
 * @param identity names the image; together with the seed it decides the noise, so that a map does
 *     not depend on the batch that the image is in
 * @param position where in its scan the image lies, from 0 to 1, for networks that are told; 0.5
 *     where there is no scan
 */
public record LabelledImage(float[] pixels, String identity, double position) {
  /** The image with left and right exchanged, by a name of its own. */
  LabelledImage mirrored(int columns) {
    return new LabelledImage(mirrored(pixels, columns), identity + "|mirrored", position);
  }

  /**
   * Rows of values, each read from right to left.
   *
   * @param columns how many values make a row
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
