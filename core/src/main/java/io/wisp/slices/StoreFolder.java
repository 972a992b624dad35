package io.wisp.slices;

import io.wisp.Remedy;
import io.wisp.TargetExists;
import io.wisp.UserError;
import io.wisp.base.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A store in the making: a temporary folder beside its place, moved there when it is complete and
 * removed when it is not. Used and closed by the thread that prepares the store.
 */
final class StoreFolder implements AutoCloseable {
  private final Path place;
  private final Path making;

  private StoreFolder(Path place, Path making) {
    this.place = place;
    this.making = making;
  }

  /**
   * @throws UserError if something is there already and may not be replaced
   */
  static StoreFolder begin(Path store, boolean overwrite) throws IOException {
    Path place = store.toAbsolutePath().normalize();
    checkFree(store, overwrite);
    Files.createDirectories(place.getParent());
    Path making = beside(place, "partial");
    Files.createDirectory(making);
    return new StoreFolder(place, making);
  }

  private static void checkFree(Path store, boolean overwrite) {
    if (!Files.exists(store) || (Files.isDirectory(store) && isEmpty(store))) {
      return;
    }
    if (!SliceStore.isStore(store)) {
      throw new TargetExists(
          store, "%s exists and is not a store of slices: choose another folder".formatted(store));
    }
    if (!overwrite) {
      throw new TargetExists(
          store,
          "the store %s exists: replace it, or choose another folder".formatted(store),
          Remedy.REPLACE);
    }
  }

  private static boolean isEmpty(Path folder) {
    String[] names = folder.toFile().list();
    return names != null && names.length == 0;
  }

  private static Path beside(Path place, String purpose) {
    String unique = Long.toString(System.nanoTime(), 36);
    return place.resolveSibling(".%s.%s-%s".formatted(place.getFileName(), purpose, unique));
  }

  /** Where to write meanwhile. */
  Path path() {
    return making;
  }

  /** Puts the complete store in its place. */
  void complete() throws IOException {
    if (!Files.exists(place)) {
      Files.move(making, place, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Path old = beside(place, "old");
    Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
    Files.move(making, place, StandardCopyOption.ATOMIC_MOVE);
    Folders.remove(old);
  }

  @Override
  public void close() throws IOException {
    Folders.remove(making);
  }
}
