package io.wisp.mask;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The connected components of a mask of two or three dimensions (row-major, last axis fastest),
 * numbered from 1 in the order in which a scan of the array meets them.
 */
public final class Components {
  private static final int QUARTER = 4;

  private final Lattice lattice;
  private final int[] labels;
  private final int[] sizes;

  private Components(Lattice lattice, int[] labels, int[] sizes) {
    this.lattice = lattice;
    this.labels = labels;
    this.sizes = sizes;
  }

  /**
   * Finds the components.
   *
   * @param shape extents, 2 or 3
   */
  public static Components of(boolean[] mask, int[] shape, Connectivity connectivity) {
    Lattice lattice = new Lattice(shape, connectivity);
    boolean[] open = lattice.pad(mask);
    int[] labels = new int[lattice.length()];
    int[] stack = new int[lattice.length()];
    IntStream.Builder sizes = IntStream.builder();
    int count = 0;
    for (int i = 0; i < open.length; i++) {
      if (open[i]) {
        int label = ++count;
        sizes.add(lattice.flood(i, open, stack, position -> labels[position] = label));
      }
    }
    return new Components(lattice, labels, sizes.build().toArray());
  }

  /** How many components there are. */
  public int count() {
    return sizes.length;
  }

  /** The number of elements of component {@code label}, from 1 to {@link #count()}. */
  public int size(int label) {
    return sizes[label - 1];
  }

  /** The number of each element's component, from 1; 0 outside the mask. */
  public int[] labels() {
    return lattice.crop(labels);
  }

  /** The mask of the largest component; of equal ones the first; of none, an empty mask. */
  public boolean[] largest() {
    int best = 0;
    for (int label = 1; label <= sizes.length; label++) {
      if (best == 0 || size(label) > size(best)) {
        best = label;
      }
    }
    boolean[] kept = new boolean[sizes.length + 1];
    kept[best] = best > 0;
    return where(kept);
  }

  /**
   * The mask of the components of at least a quarter of the largest one's size; of none, an empty
   * mask.
   */
  public boolean[] several() {
    int largest = Arrays.stream(sizes).max().orElse(0);
    return atLeast((largest + QUARTER - 1) / QUARTER);
  }

  /** The mask of all components of at least this many elements. */
  public boolean[] atLeast(int minimumSize) {
    boolean[] kept = new boolean[sizes.length + 1];
    for (int label = 1; label <= sizes.length; label++) {
      kept[label] = size(label) >= minimumSize;
    }
    return where(kept);
  }

  private boolean[] where(boolean[] kept) {
    boolean[] mask = new boolean[labels.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = kept[labels[i]];
    }
    return lattice.crop(mask);
  }
}
