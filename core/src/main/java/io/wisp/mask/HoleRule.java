package io.wisp.mask;

/** Whether holes in the finished mask are filled. */
public enum HoleRule {
  /** They stay. */
  KEEP,
  /** They are filled; see {@link Morphology#fillHoles}. */
  FILL;

  /** The mask with this rule applied; {@code shape} has 2 or 3 extents. */
  public boolean[] apply(boolean[] mask, int... shape) {
    return this == FILL ? Morphology.fillHoles(mask, shape) : mask;
  }
}
