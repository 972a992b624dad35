package io.wisp.phantom;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.nifti.DataType;
import io.wisp.nifti.NiftiFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes phantom patients as a data set in the BraTS layout: {@code <case>/<case>_flair.nii.gz} and
 * {@code <case>/<case>_seg.nii.gz}.
 */
public final class PhantomFolder {
  /** What to do if the folder is not empty. */
  public enum Existing {
    REFUSE,
    REPLACE
  }

  private final Path folder;
  private final Existing existing;

  public PhantomFolder(Path folder, Existing existing) {
    this.folder = folder;
    this.existing = existing;
  }

  /**
   * Makes and writes the patients 0 to {@code count - 1}, several at a time.
   *
   * @throws UserError if the folder holds something and nothing may be replaced, or cannot be
   *     written
   */
  public void write(Phantom phantom, int count, Progress.Factory progress) {
    if (count < 1) {
      throw new UserError("the number of phantom cases is 1 or more, not " + count);
    }
    if (existing == Existing.REFUSE) {
      refuseIfUsed();
    }
    try (Progress cases = progress.start("Phantoms", count)) {
      IntStream.range(0, count)
          .parallel()
          .mapToObj(phantom::patient)
          .forEach(
              patient -> {
                write(patient);
                cases.advance(1);
              });
    } finally {
      // where one fails, or is told to end, others may still be writing
      ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MINUTES);
    }
  }

  private void write(PhantomCase patient) {
    Path stem = folder.resolve(patient.id()).resolve(patient.id());
    NiftiFile.overwrite(Path.of(stem + "_flair.nii.gz"), patient.flair(), DataType.INT16);
    NiftiFile.overwrite(Path.of(stem + "_seg.nii.gz"), patient.lesions(), DataType.UINT8);
  }

  private void refuseIfUsed() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new UserError(folder + " is not empty: choose another folder, or allow to replace.");
      }
    } catch (IOException e) {
      throw new UserError(folder + " cannot be used as a folder: " + e, e);
    }
  }
}
