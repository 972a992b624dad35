package io.wisp.api;

import io.wisp.slices.SliceStore;
import java.nio.file.Path;

/**
 * A folder of labelled slices to train on.
 *
 * @param folder of the store
 * @param slices in it
 * @param positives those whose label is not 0
 * @param size rows and columns of a slice, in pixels
 * @param masks whether it holds masks, to score against; training never reads them
 */
public record Store(Path folder, int slices, int positives, int size, boolean masks) {
  /** A store to make from a folder of cases; {@link StoreOptions#make} makes it. */
  public static StoreOptions of(Path source) {
    return new StoreOptions(source);
  }

  /**
   * An existing store.
   *
   * @throws io.wisp.BadFile if the folder is no store
   */
  public static Store open(Path folder) {
    try (SliceStore store = SliceStore.open(folder)) {
      int positives = (int) store.slices().stream().filter(slice -> !slice.labelled(0)).count();
      return new Store(folder, store.size(), positives, store.imageSize(), store.hasMasks());
    }
  }
}
