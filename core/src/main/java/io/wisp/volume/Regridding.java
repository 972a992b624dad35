package io.wisp.volume;

/** What may be done to bring a volume onto the grid of a scan. */
public enum Regridding {
  /**
   * Only what changes no value: axes are flipped or put in another order, and positions may differ
   * by a tenth of a voxel.
   */
  EXACT,
  /**
   * Resampling as well: images linearly, labels by the nearest voxel; 0 where the volume does not
   * reach. Slices whose distances change once are resampled onto even spacing.
   */
  RESAMPLE
}
