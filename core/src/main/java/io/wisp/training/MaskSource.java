package io.wisp.training;

import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;

/** The source of the masks that a training learns from. Reads are safe from several threads. */
@FunctionalInterface
public interface MaskSource {
  /** Whether the slice has a mask that is good enough to learn from; the others are not drawn. */
  default boolean covers(SliceRecord slice) {
    return true;
  }

  /**
   * Reads a mask.
   *
   * @param slice one that is covered
   * @param target receives size·size values in [0, 1], row by row; negative ones are unknown
   * @param offset where in the target to begin
   */
  void read(SliceRecord slice, float[] target, int offset);

  /** The manual masks in the store. */
  static MaskSource byHand(SliceStore store) {
    return new MasksByHand(store);
  }
}
