package io.wisp.training;

import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;

/** The masks of a store; only the supervised training reads them. */
record MasksByHand(SliceStore store) implements MaskSource {
  @Override
  public void read(SliceRecord slice, float[] target, int offset) {
    byte[] mask = new byte[store.imageSize() * store.imageSize()];
    store.readMask(slice.index(), mask, 0);
    for (int i = 0; i < mask.length; i++) {
      target[offset + i] = mask[i];
    }
  }
}
