package io.wisp.training;

import io.wisp.slices.SliceRecord;
import java.util.Arrays;

/**
 * Masks of some slices; of the others no pixel is known, but a network that tells presence learns
 * from their labels.
 *
 * @param masks of the slices that it covers
 * @param pixels of a slice
 */
record PartlyKnown(MaskSource masks, int pixels) implements MaskSource {
  private static final float UNKNOWN = -1;

  @Override
  public void read(SliceRecord slice, float[] target, int offset) {
    if (masks.covers(slice)) {
      masks.read(slice, target, offset);
    } else {
      Arrays.fill(target, offset, offset + pixels, UNKNOWN);
    }
  }
}
