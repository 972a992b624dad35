package io.wisp.mask;

/** Which pixels or voxels touch. */
public enum Connectivity {
  /** Those that share a face: 4 neighbours in two dimensions, 6 in three. */
  FACES,
  /** Those that share at least a corner: 8 neighbours in two dimensions, 26 in three. */
  CORNERS
}
