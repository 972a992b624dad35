package io.wisp.mask;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A row-major grid of two or three dimensions with a rim of one position all round, so that every
 * neighbour is a fixed step away and no bounds are checked.
 */
final class Lattice {
  private final int[] shape;
  private final int rows;
  private final int columns;
  private final int width;
  private final int plane;
  private final int length;
  private final int[] steps;

  /**
   * @param shape 2 or 3 positive extents
   */
  Lattice(int[] shape, Connectivity connectivity) {
    if (shape.length < 2 || shape.length > 3 || Arrays.stream(shape).anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "a mask has two or three positive extents, not " + Arrays.toString(shape));
    }
    this.shape = shape.clone();
    this.rows = shape[shape.length - 2];
    this.columns = shape[shape.length - 1];
    this.width = columns + 2;
    this.plane = Math.multiplyExact(rows + 2, width);
    this.length = shape.length == 3 ? Math.multiplyExact(shape[0] + 2, plane) : plane;
    this.steps = steps(connectivity);
  }

  private int[] steps(Connectivity connectivity) {
    int deep = shape.length == 3 ? 1 : 0;
    IntStream.Builder found = IntStream.builder();
    for (int z = -deep; z <= deep; z++) {
      for (int y = -1; y <= 1; y++) {
        for (int x = -1; x <= 1; x++) {
          int apart = Math.abs(z) + Math.abs(y) + Math.abs(x);
          if (apart == 1 || (apart > 1 && connectivity == Connectivity.CORNERS)) {
            found.add(z * plane + y * width + x);
          }
        }
      }
    }
    return found.build().toArray();
  }

  /** The steps from a position to its neighbours. */
  int[] steps() {
    return steps;
  }

  /** The positions, those of the rim counted. */
  int length() {
    return length;
  }

  /** Copies a mask to the lattice; the rim is false. */
  boolean[] pad(boolean[] mask) {
    int size = inside();
    if (mask.length != size) {
      throw new IllegalArgumentException(
          "a mask of %s elements does not have the shape %s"
              .formatted(mask.length, Arrays.toString(shape)));
    }
    boolean[] padded = new boolean[length];
    for (int line = 0; line * columns < size; line++) {
      System.arraycopy(mask, line * columns, padded, start(line), columns);
    }
    return padded;
  }

  /** Removes the rim again. */
  boolean[] crop(boolean[] padded) {
    boolean[] mask = new boolean[inside()];
    crop(padded, mask);
    return mask;
  }

  /** As {@link #crop(boolean[])}, for a number a position. */
  int[] crop(int[] padded) {
    int[] numbers = new int[inside()];
    crop(padded, numbers);
    return numbers;
  }

  private void crop(Object padded, Object target) {
    for (int line = 0; line * columns < inside(); line++) {
      System.arraycopy(padded, start(line), target, line * columns, columns);
    }
  }

  private int inside() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** Where the line of a mask begins on the lattice. */
  private int start(int line) {
    int slice = line / rows + (shape.length == 3 ? 1 : 0);
    return slice * plane + (line % rows + 1) * width + 1;
  }

  /**
   * Visits every position connected to the seed, and closes it.
   *
   * @param open where to go; its rim must be closed
   * @param stack room for as many positions as are open
   * @return how many positions were visited
   */
  int flood(int seed, boolean[] open, int[] stack, IntConsumer visit) {
    int waiting = 0;
    int visited = 0;
    stack[waiting++] = seed;
    open[seed] = false;
    while (waiting > 0) {
      int position = stack[--waiting];
      visit.accept(position);
      visited++;
      for (int step : steps) {
        if (open[position + step]) {
          open[position + step] = false;
          stack[waiting++] = position + step;
        }
      }
    }
    return visited;
  }
}
