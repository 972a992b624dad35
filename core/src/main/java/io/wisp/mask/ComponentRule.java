package io.wisp.mask;

/** Which connected components of a mask stay. Pixels that share a corner hang together. */
public enum ComponentRule {
  /** Every one. */
  ALL,
  /** Only the largest; of equal ones the first from the top left. */
  LARGEST;

  /** The mask with this rule applied; {@code shape} has 2 or 3 extents. */
  public boolean[] apply(boolean[] mask, int... shape) {
    return this == LARGEST ? Components.of(mask, shape, Connectivity.CORNERS).largest() : mask;
  }
}
