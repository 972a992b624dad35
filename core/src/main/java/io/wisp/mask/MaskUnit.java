package io.wisp.mask;

/** What is treated as one: what shares a threshold, or a component. */
public enum MaskUnit {
  /** Every slice by itself. */
  SLICE,
  /** All slices of a volume that are in the set, neighbours touching. */
  VOLUME;

  /** The larger of the two. */
  MaskUnit or(MaskUnit other) {
    return this == VOLUME ? VOLUME : other;
  }
}
