package io.wisp.mask;

import java.util.Arrays;

/**
 * Erosion and hole filling of masks of two or three dimensions (row-major, last axis fastest). What
 * lies outside the grid counts as background, as in {@code scipy.ndimage}.
 */
public final class Morphology {
  private Morphology() {}

  /**
   * Erodes by the cross of the face neighbours, {@code steps} times. A position at the border of
   * the grid touches the background outside, so it goes first.
   *
   * @param shape extents, 2 or 3
   * @param steps how often, 0 or more
   * @return a new mask
   */
  public static boolean[] erode(boolean[] mask, int[] shape, int steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("erosion takes 0 or more steps, not " + steps);
    }
    Lattice lattice = new Lattice(shape, Connectivity.FACES);
    boolean[] result = lattice.checked(mask).clone();
    for (int i = 0; i < steps; i++) {
      result = erodeOnce(result, lattice);
    }
    return result;
  }

  private static boolean[] erodeOnce(boolean[] mask, Lattice lattice) {
    boolean[] eroded = new boolean[mask.length];
    int[] near = new int[lattice.degree()];
    for (int i = 0; i < mask.length; i++) {
      eroded[i] = mask[i] && isInterior(mask, lattice.neighbours(i, near), near);
    }
    return eroded;
  }

  private static boolean isInterior(boolean[] mask, int count, int[] near) {
    for (int k = 0; k < count; k++) {
      if (!mask[near[k]]) {
        return false;
      }
    }
    return count == near.length;
  }

  /**
   * Fills the holes: background that no path of face neighbours joins to the border of the grid.
   *
   * @param shape extents, 2 or 3
   * @return a new mask
   */
  public static boolean[] fillHoles(boolean[] mask, int[] shape) {
    Lattice lattice = new Lattice(shape, Connectivity.FACES);
    boolean[] filled = new boolean[lattice.checked(mask).length];
    Arrays.fill(filled, true);
    int[] stack = new int[mask.length];
    int[] near = new int[lattice.degree()];
    for (int seed = 0; seed < mask.length; seed++) {
      boolean atBorder = lattice.neighbours(seed, near) < near.length;
      if (atBorder && !mask[seed] && filled[seed]) {
        drain(seed, mask, filled, lattice, stack);
      }
    }
    return filled;
  }

  /** Clears {@code filled} over the background that hangs together with the seed. */
  private static void drain(
      int seed, boolean[] mask, boolean[] filled, Lattice lattice, int[] stack) {
    int[] near = new int[lattice.degree()];
    int depth = 0;
    stack[depth++] = seed;
    filled[seed] = false;
    while (depth > 0) {
      int count = lattice.neighbours(stack[--depth], near);
      for (int k = 0; k < count; k++) {
        if (!mask[near[k]] && filled[near[k]]) {
          filled[near[k]] = false;
          stack[depth++] = near[k];
        }
      }
    }
  }
}
