package io.wisp.bench;

import java.util.Random;

/** Masks with some roundish objects in them, the same for the same seed. */
final class Blobs {
  private static final int OBJECTS = 6;

  private Blobs() {}

  /** A mask of side to the power of axes elements, row-major. */
  static boolean[] mask(int side, int axes, long seed) {
    Random random = new Random(seed);
    int size = (int) Math.round(Math.pow(side, axes));
    boolean[] mask = new boolean[size];
    for (int object = 0; object < OBJECTS; object++) {
      double[] centre = random.doubles(axes, 0.2 * side, 0.8 * side).toArray();
      double radius = side * random.nextDouble(0.03, 0.12);
      for (int i = 0; i < size; i++) {
        mask[i] |= distance(i, side, centre) < radius;
      }
    }
    return mask;
  }

  private static double distance(int index, int side, double... centre) {
    double sum = 0;
    int rest = index;
    for (int axis = centre.length - 1; axis >= 0; axis--) {
      double along = rest % side - centre[axis];
      sum += along * along;
      rest /= side;
    }
    return Math.sqrt(sum);
  }

  /** Extents: side, so many times. */
  static int[] shape(int side, int axes) {
    int[] shape = new int[axes];
    java.util.Arrays.fill(shape, side);
    return shape;
  }
}
