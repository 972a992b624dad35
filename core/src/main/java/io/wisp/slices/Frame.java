package io.wisp.slices;

import java.util.Arrays;

/**
 * How a slice fits into the model's square: padded evenly to a square (one line more below or to
 * the right if the rest is odd), then resampled to the model's size.
 *
 * @param rows rows of the slice
 * @param columns columns of the slice
 * @param size rows, and columns, of the model's images
 */
record Frame(int rows, int columns, int size) {
  /** Rows, and columns, of the padded square. */
  int side() {
    return Math.max(rows, columns);
  }

  /** How many millimetres a model pixel covers where a slice's pixel covers {@code spacing}. */
  double spacing(double spacing) {
    return spacing * side() / size;
  }

  /** Brings normalised pixels to the model's size; the padding is -1. */
  float[] fit(float[] pixels) {
    float[] square = new float[side() * side()];
    Arrays.fill(square, -1);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(pixels, row * columns, square, corner() + row * side(), columns);
    }
    return Resampling.square(square, side(), size);
  }

  /** Brings a mask to the model's size, nearest pixel, as bytes 0 or 1. */
  byte[] fitMask(boolean[] mask) {
    byte[] fitted = new byte[size * size];
    for (int row = 0; row < size; row++) {
      int y = Resampling.nearest(row, side(), size) - top();
      for (int column = 0; column < size; column++) {
        int x = Resampling.nearest(column, side(), size) - left();
        boolean inside = y >= 0 && y < rows && x >= 0 && x < columns;
        fitted[row * size + column] = (byte) (inside && mask[y * columns + x] ? 1 : 0);
      }
    }
    return fitted;
  }

  /** Lays a model-sized map back on the slice's own pixels. */
  float[] restore(float[] map) {
    float[] square = Resampling.square(map, size, side());
    float[] pixels = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(square, corner() + row * side(), pixels, row * columns, columns);
    }
    return pixels;
  }

  private int top() {
    return (side() - rows) / 2;
  }

  private int left() {
    return (side() - columns) / 2;
  }

  private int corner() {
    return top() * side() + left();
  }
}
