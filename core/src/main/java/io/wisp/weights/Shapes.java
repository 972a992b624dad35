package io.wisp.weights;

/** Arithmetic on shapes that may come from a hostile file: nothing overflows silently. */
final class Shapes {
  private Shapes() {}

  /**
   * The product of the dimensions, 1 for none.
   *
   * @throws IllegalArgumentException if a dimension is negative or the product exceeds 2^63 - 1
   */
  static long elementCount(long[] shape) {
    long product = 1;
    boolean empty = false;
    boolean tooLarge = false;
    for (long dimension : shape) {
      if (dimension < 0) {
        throw new IllegalArgumentException("a dimension is negative: " + dimension);
      }
      empty |= dimension == 0;
      tooLarge |= Math.multiplyHigh(product, dimension) != 0 || product * dimension < 0;
      product *= dimension;
    }
    if (tooLarge && !empty) {
      throw new IllegalArgumentException("the shape has more elements than can be counted");
    }
    return empty ? 0 : product;
  }

  /** The steps, in elements, that a row-major tensor of this shape takes along each dimension. */
  static long[] rowMajorStrides(long[] shape) {
    long[] strides = new long[shape.length];
    long step = 1;
    for (int d = shape.length - 1; d >= 0; d--) {
      strides[d] = step;
      step *= Math.max(shape[d], 1);
    }
    return strides;
  }
}
