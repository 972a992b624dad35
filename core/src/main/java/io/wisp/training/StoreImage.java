package io.wisp.training;

import io.wisp.activation.LabelledImage;
import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;

/** Slices of a store as the input of methods. */
public final class StoreImage {
  private StoreImage() {}

  /**
   * A slice, [C, size, size], with those beside it in its case.
   *
   * @param positions of the store's slices
   */
  public static LabelledImage of(SliceStore store, SliceRecord slice, SlicePositions positions) {
    return new LabelledImage(
        store.image(slice.index()),
        slice.caseId() + ":" + slice.slice(),
        positions.of(slice),
        steps -> store.image(store.beside(slice.index(), steps)));
  }
}
