package io.wisp.mask;

import java.util.stream.IntStream;

/**
 * The connected components of a mask of two or three dimensions (row-major, last axis fastest),
 * numbered from 1 in the order in which a scan of the array meets them.
 */
public final class Components {
  private final int[] labels;
  private final int[] sizes;

  private Components(int[] labels, int[] sizes) {
    this.labels = labels;
    this.sizes = sizes;
  }

  /**
   * @param shape extents, 2 or 3
   */
  public static Components of(boolean[] mask, int[] shape, Connectivity connectivity) {
    Lattice lattice = new Lattice(shape, connectivity);
    int[] labels = new int[lattice.checked(mask).length];
    int[] stack = new int[mask.length];
    var sizes = IntStream.builder();
    int components = 0;
    for (int seed = 0; seed < mask.length; seed++) {
      if (mask[seed] && labels[seed] == 0) {
        sizes.add(flood(seed, ++components, mask, labels, lattice, stack));
      }
    }
    return new Components(labels, sizes.build().toArray());
  }

  private static int flood(
      int seed, int label, boolean[] mask, int[] labels, Lattice lattice, int[] stack) {
    int[] near = new int[lattice.degree()];
    int depth = 0;
    int size = 1;
    stack[depth++] = seed;
    labels[seed] = label;
    while (depth > 0) {
      int count = lattice.neighbours(stack[--depth], near);
      for (int k = 0; k < count; k++) {
        if (mask[near[k]] && labels[near[k]] == 0) {
          labels[near[k]] = label;
          stack[depth++] = near[k];
          size++;
        }
      }
    }
    return size;
  }

  /** How many components there are. */
  public int count() {
    return sizes.length;
  }

  /** The elements of component {@code label}, which runs from 1 to {@link #count()}. */
  public int size(int label) {
    return sizes[label - 1];
  }

  /** The component at a position, 0 for background. */
  public int label(int position) {
    return labels[position];
  }

  /** The mask of the largest component; of equal ones the first; of none, an empty mask. */
  public boolean[] largest() {
    int best = 0;
    for (int label = 1; label <= sizes.length; label++) {
      if (best == 0 || size(label) > size(best)) {
        best = label;
      }
    }
    boolean[] mask = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      mask[i] = best > 0 && labels[i] == best;
    }
    return mask;
  }

  /** The mask of all components of at least so many elements. */
  public boolean[] atLeast(int minimumSize) {
    boolean[] mask = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      mask[i] = labels[i] > 0 && size(labels[i]) >= minimumSize;
    }
    return mask;
  }
}
