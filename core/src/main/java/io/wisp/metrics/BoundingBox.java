package io.wisp.metrics;

import java.util.Arrays;

/** The smallest box around two masks, so that work outside it is saved. */
final class BoundingBox {
  private final int[] shape;
  private final int[] low;
  private final int[] high;

  /** The box of {@code a ∪ b}, which must not be empty. */
  BoundingBox(boolean[] a, boolean[] b, int[] shape) {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != a.length) {
      throw new IllegalArgumentException(
          "masks of %s elements do not have the shape %s"
              .formatted(a.length, Arrays.toString(shape)));
    }
    this.shape = shape;
    this.low = shape.clone();
    this.high = new int[shape.length];
    for (int i = 0; i < a.length; i++) {
      if (a[i] || b[i]) {
        include(i);
      }
    }
  }

  private void include(int position) {
    int rest = position;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      int at = rest % shape[axis];
      rest /= shape[axis];
      low[axis] = Math.min(low[axis], at);
      high[axis] = Math.max(high[axis], at);
    }
  }

  int[] shape() {
    int[] extents = new int[shape.length];
    Arrays.setAll(extents, axis -> high[axis] - low[axis] + 1);
    return extents;
  }

  boolean[] crop(boolean[] mask) {
    int[] box = shape();
    boolean[] cropped = new boolean[Arrays.stream(box).reduce(1, Math::multiplyExact)];
    int run = box[box.length - 1];
    for (int target = 0; target < cropped.length; target += run) {
      System.arraycopy(mask, source(target, box), cropped, target, run);
    }
    return cropped;
  }

  private int source(int target, int[] box) {
    int rest = target;
    int stride = 1;
    int source = 0;
    for (int axis = box.length - 1; axis >= 0; axis--) {
      source += stride * (low[axis] + rest % box[axis]);
      rest /= box[axis];
      stride *= shape[axis];
    }
    return source;
  }
}
