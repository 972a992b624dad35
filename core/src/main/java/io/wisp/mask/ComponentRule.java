package io.wisp.mask;

/**
 * Which connected components of a mask stay. Pixels that share a corner are connected; in three
 * dimensions so are voxels, but not across a missing slice.
 */
public enum ComponentRule {
  /** Every one. */
  ALL(MaskUnit.SLICE),
  /** Only the largest; of equal ones the first from the top left. */
  LARGEST(MaskUnit.SLICE),
  /**
   * Those of at least a quarter of the largest one's size, for objects that may be several, such as
   * lesions, or two kidneys.
   */
  SEVERAL(MaskUnit.SLICE),
  /** Only the largest of a volume; of equal ones the first from the lowest slice's top left. */
  LARGEST_3D(MaskUnit.VOLUME),
  /** Those of at least a quarter of the size of the volume's largest. */
  SEVERAL_3D(MaskUnit.VOLUME);

  private final MaskUnit unit;

  ComponentRule(MaskUnit unit) {
    this.unit = unit;
  }

  /** Where components are looked for. */
  public MaskUnit unit() {
    return unit;
  }

  /** The mask with this rule applied; {@code shape} has 2 or 3 extents. */
  public boolean[] apply(boolean[] mask, int... shape) {
    return switch (this) {
      case ALL -> mask;
      case LARGEST, LARGEST_3D -> Components.of(mask, shape, Connectivity.CORNERS).largest();
      case SEVERAL, SEVERAL_3D -> Components.of(mask, shape, Connectivity.CORNERS).several();
    };
  }
}
