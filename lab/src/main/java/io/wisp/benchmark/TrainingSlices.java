package io.wisp.benchmark;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.base.CloseOnFailure;
import io.wisp.base.Folders;
import io.wisp.phantom.Phantom;
import io.wisp.phantom.PhantomFolder;
import io.wisp.phantom.PhantomGrid;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.SliceRecipe;
import io.wisp.slices.SliceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A store of phantom slices in a temporary folder, removed on close. */
final class TrainingSlices implements AutoCloseable {
  private static final int PATIENTS = 2;
  private static final int SEED = 1;
  private final Path folder;
  private final SliceStore store;

  TrainingSlices(int imageSize) {
    try {
      folder = Files.createTempDirectory("wisp-bench-");
    } catch (IOException e) {
      throw new UserError(
          "The folder for temporary files, %s, cannot be written: training needs a store there."
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
    Path cases = folder.resolve("cases");
    Path slices = folder.resolve("store");
    try (CloseOnFailure opened = new CloseOnFailure()) {
      opened.add(() -> remove(folder));
      new PhantomFolder(cases, PhantomFolder.Existing.REFUSE)
          .write(new Phantom(SEED, PhantomGrid.USUAL), PATIENTS, Progress.SILENT);
      Preparation.run(
          PrepareOptions.of(cases, slices)
              .withRecipe(SliceRecipe.DEFAULT.withSize(imageSize))
              .withSplit(1, SEED),
          Progress.SILENT);
      store = SliceStore.open(slices);
      opened.keep();
    }
  }

  SliceStore store() {
    return store;
  }

  @Override
  public void close() {
    store.close();
    remove(folder);
  }

  private static void remove(Path folder) {
    try {
      Folders.remove(folder);
    } catch (IOException inUse) {
      folder.toFile().deleteOnExit(); // the system clears temporary files
    }
  }
}
