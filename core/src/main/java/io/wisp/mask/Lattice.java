package io.wisp.mask;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * The neighbourhoods of a row-major grid of two or three dimensions, last axis fastest. Positions
 * outside the grid are no neighbours.
 */
final class Lattice {
  private final int depth;
  private final int rows;
  private final int columns;
  private final int[][] steps;

  /**
   * @param shape 2 or 3 positive extents
   */
  Lattice(int[] shape, Connectivity connectivity) {
    checkShape(shape);
    int last = shape.length - 1;
    this.depth = shape.length == 3 ? shape[0] : 1;
    this.rows = shape[last - 1];
    this.columns = shape[last];
    this.steps = steps(shape.length, connectivity);
  }

  static void checkShape(int[] shape) {
    boolean valid = shape.length == 2 || shape.length == 3;
    for (int extent : shape) {
      valid &= extent > 0;
    }
    if (!valid) {
      throw new IllegalArgumentException(
          "a mask has two or three positive extents, not " + Arrays.toString(shape));
    }
  }

  private static int[][] steps(int dimensions, Connectivity connectivity) {
    int reach = dimensions == 3 ? 1 : 0;
    var steps = new ArrayList<int[]>();
    for (int z = -reach; z <= reach; z++) {
      for (int y = -1; y <= 1; y++) {
        for (int x = -1; x <= 1; x++) {
          int distance = Math.abs(z) + Math.abs(y) + Math.abs(x);
          if (distance == 1 || (distance > 1 && connectivity == Connectivity.CORNERS)) {
            steps.add(new int[] {z, y, x});
          }
        }
      }
    }
    return steps.toArray(int[][]::new);
  }

  int size() {
    return Math.multiplyExact(depth, Math.multiplyExact(rows, columns));
  }

  /** The number of neighbours of a position away from the border. */
  int degree() {
    return steps.length;
  }

  boolean[] checked(boolean[] mask) {
    if (mask.length != size()) {
      throw new IllegalArgumentException(
          "the mask has %d elements, its shape %dx%dx%d has %d"
              .formatted(mask.length, depth, rows, columns, size()));
    }
    return mask;
  }

  /**
   * Writes the neighbours of a position to {@code target} and returns how many there are; fewer
   * than {@link #degree()} means that the position lies at the border.
   */
  int neighbours(int position, int[] target) {
    int x = position % columns;
    int row = position / columns;
    int y = row % rows;
    int z = row / rows;
    int count = 0;
    for (int[] step : steps) {
      int nz = z + step[0];
      int ny = y + step[1];
      int nx = x + step[2];
      if (nz >= 0 && nz < depth && ny >= 0 && ny < rows && nx >= 0 && nx < columns) {
        target[count++] = (nz * rows + ny) * columns + nx;
      }
    }
    return count;
  }
}
