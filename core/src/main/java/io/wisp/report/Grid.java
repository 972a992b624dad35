package io.wisp.report;

/** A scalar picture: one value per pixel, row by row. A mask is a grid of zeros and ones. */
public final class Grid {
  private final int rows;
  private final int columns;
  private final float[] values;

  /**
   * @param rows number of rows, at least 1
   * @param columns number of columns, at least 1
   * @param values row by row, {@code rows * columns} of them; not copied
   */
  public Grid(int rows, int columns, float[] values) {
    if (rows < 1 || columns < 1 || values.length != rows * columns) {
      throw new IllegalArgumentException(
          "a grid of " + rows + "x" + columns + " cannot hold " + values.length + " values");
    }
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** A mask as a grid: 1 inside, 0 outside. */
  public static Grid ofMask(int rows, int columns, boolean[] mask) {
    float[] values = new float[mask.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = mask[i] ? 1 : 0;
    }
    return new Grid(rows, columns, values);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public float at(int row, int column) {
    return values[row * columns + column];
  }

  /** Whether a pixel of a mask is inside; pixels beyond the border are outside. */
  boolean inside(int row, int column) {
    return row >= 0 && row < rows && column >= 0 && column < columns && at(row, column) > 0.5f;
  }

  boolean sameShape(Grid other) {
    return rows == other.rows && columns == other.columns;
  }

  /** The smallest to the largest finite value; [0, 1] if none is finite. */
  public Range range() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      if (Float.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low <= high ? new Range(low, high) : Range.UNIT;
  }
}
