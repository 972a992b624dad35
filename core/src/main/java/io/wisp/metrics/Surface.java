package io.wisp.metrics;

/** The surface of a mask: its elements that touch, face to face, the background or the border. */
final class Surface {
  private Surface() {}

  /**
   * @param mask row-major, last axis fastest
   * @param shape extents, any number of axes
   * @return a new mask
   */
  static boolean[] of(boolean[] mask, int[] shape) {
    boolean[] surface = new boolean[mask.length];
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      for (int i = 0; i < mask.length; i++) {
        int at = i / stride % shape[axis];
        boolean inside = at > 0 && at < shape[axis] - 1 && mask[i - stride] && mask[i + stride];
        surface[i] |= mask[i] && !inside;
      }
      stride *= shape[axis];
    }
    return surface;
  }
}
