package io.wisp.segmentation;

import io.wisp.BadFile;
import io.wisp.Remedy;
import io.wisp.slices.SliceRecipe;
import io.wisp.slices.SliceStore;

/**
 * Whether the slices of a store suit networks.
 *
 * @param name what the networks are called, for errors
 * @param recipe of the slices that they learned from
 */
record StoreFit(String name, SliceRecipe recipe) {

  /**
   * Rejects a store.
   *
   * @throws BadFile if its slices have another size, or other channels
   */
  void require(SliceStore store) {
    int size = recipe.size();
    if (store.imageSize() != size) {
      throw new BadFile(
          store.folder(),
          "The store %s has slices of %s pixels, but %s was trained on %s: prepare it with slices of %s."
              .formatted(store.folder(), store.imageSize(), name, size, size),
          Remedy.SLICE_SIZE);
    }
    int channels = recipe.channels();
    if (store.channels() != channels) {
      throw new BadFile(
          store.folder(),
          "The store %s has slices of %s channels, but %s was trained on %s."
              .formatted(store.folder(), store.channels(), name, channels));
    }
  }
}
