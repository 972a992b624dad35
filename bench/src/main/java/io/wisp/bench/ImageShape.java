package io.wisp.bench;

/**
 * The images that a layer works on.
 *
 * @param channels of each
 * @param side height and width
 */
record ImageShape(int channels, int side) {
  /** Reads {@code 128 @224}. */
  static ImageShape parse(String text) {
    String[] parts = text.split(" @", 2);
    return new ImageShape(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  long count() {
    return (long) channels * side * side;
  }

  @Override
  public String toString() {
    return channels + " @" + side;
  }
}
