package io.wisp.nifti;

import io.wisp.BadFile;
import io.wisp.TargetExists;
import io.wisp.volume.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes a volume as a NIfTI file, or a pair, as its name says; whole or not at all. */
public final class NiftiFile {
  private NiftiFile() {}

  /**
   * Writes a new file. Folders are made.
   *
   * @param file its name must be one of NIfTI's
   * @param type how voxels are stored; integers round to the nearest
   * @throws TargetExists if the file exists
   * @throws BadFile if a value does not fit the type, or the disk refuses
   */
  public static void write(Path file, Volume volume, DataType type) {
    NiftiName.Parts parts = NiftiName.toWrite(file);
    Stream.of(parts.header(), parts.voxels())
        .filter(Files::exists)
        .findFirst()
        .ifPresent(
            existing -> {
              throw new TargetExists(
                  existing, existing + " exists already: remove it or choose another name.");
            });
    write(parts, volume, type);
  }

  /** As {@link #write}, but takes the place of a file that exists. */
  public static void overwrite(Path file, Volume volume, DataType type) {
    write(NiftiName.toWrite(file), volume, type);
  }

  private static void write(NiftiName.Parts parts, Volume volume, DataType type) {
    try {
      new NiftiWriter(volume, type).write(parts);
    } catch (IllegalArgumentException e) {
      throw new BadFile(
          parts.header(),
          "%s cannot be written: %s; choose a wider type."
              .formatted(parts.header(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new BadFile(
          parts.header(),
          "%s cannot be written (%s): check the folder's permissions and the space on the disk."
              .formatted(parts.header(), e),
          e);
    }
  }
}
