package io.wisp.mask;

/**
 * Erosion, dilation and hole filling of masks of two or three dimensions (row-major, last axis
 * fastest). What lies outside the grid counts as background, as in {@code scipy.ndimage}.
 */
public final class Morphology {
  private Morphology() {}

  /**
   * As {@link #erode(boolean[], int[], int, Connectivity)}, by the cross of the face neighbours.
   */
  public static boolean[] erode(boolean[] mask, int[] shape, int times) {
    return erode(mask, shape, times, Connectivity.FACES);
  }

  /**
   * Erodes {@code times} times. Positions at the border of the grid touch the background outside,
   * so they go first.
   *
   * @param shape extents, 2 or 3
   * @param times how often, 0 or more
   * @param neighbours that must belong to the mask for a position to stay
   * @return a new mask
   */
  public static boolean[] erode(boolean[] mask, int[] shape, int times, Connectivity neighbours) {
    if (times < 0) {
      throw new IllegalArgumentException("a mask is eroded 0 or more times, not " + times);
    }
    Lattice lattice = new Lattice(shape, neighbours);
    boolean[] eroded = lattice.pad(mask);
    for (int i = 0; i < times; i++) {
      eroded = interior(eroded, lattice);
    }
    return lattice.crop(eroded);
  }

  /**
   * Dilates by the cross of the face neighbours, {@code times} times.
   *
   * @param shape extents, 2 or 3
   * @param times how often, 0 or more
   * @return a new mask
   */
  public static boolean[] dilate(boolean[] mask, int[] shape, int times) {
    if (times < 0) {
      throw new IllegalArgumentException("a mask is dilated 0 or more times, not " + times);
    }
    Lattice lattice = new Lattice(shape, Connectivity.FACES);
    boolean[] dilated = mask.clone();
    for (int i = 0; i < times; i++) {
      dilated = lattice.crop(neighbourhood(lattice.pad(dilated), lattice));
    }
    return dilated;
  }

  /** The positions that belong to the mask, or one of whose neighbours does. */
  private static boolean[] neighbourhood(boolean[] padded, Lattice lattice) {
    boolean[] neighbourhood = padded.clone();
    for (int i = 0; i < padded.length; i++) {
      if (padded[i]) {
        for (int step : lattice.steps()) {
          neighbourhood[i + step] = true;
        }
      }
    }
    return neighbourhood;
  }

  /** The positions all of whose neighbours belong to the mask as well. */
  private static boolean[] interior(boolean[] padded, Lattice lattice) {
    boolean[] interior = padded.clone();
    for (int i = 0; i < padded.length; i++) {
      if (padded[i]) {
        for (int step : lattice.steps()) {
          interior[i] &= padded[i + step];
        }
      }
    }
    return interior;
  }

  /**
   * Fills the holes: background that no path of face neighbours joins to the border of the grid.
   *
   * @param shape extents, 2 or 3
   * @return a new mask
   */
  public static boolean[] fillHoles(boolean[] mask, int[] shape) {
    Lattice lattice = new Lattice(shape, Connectivity.FACES);
    boolean[] grid = lattice.pad(negated(new boolean[mask.length]));
    boolean[] inner = interior(grid, lattice);
    boolean[] background = lattice.pad(negated(mask));
    int[] stack = new int[lattice.length()];
    for (int i = 0; i < grid.length; i++) {
      if (background[i] && !inner[i]) {
        lattice.flood(i, background, stack, position -> grid[position] = false);
      }
    }
    return lattice.crop(grid);
  }

  private static boolean[] negated(boolean[] mask) {
    boolean[] result = new boolean[mask.length];
    for (int i = 0; i < mask.length; i++) {
      result[i] = !mask[i];
    }
    return result;
  }
}
