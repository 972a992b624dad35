package io.wisp.volume;

import io.wisp.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads and writes scans: NIfTI-1 and -2 as {@code .nii}, {@code .nii.gz}, or a pair of {@code
 * .hdr} and {@code .img}, compressed or not, in both byte orders. DICOM is read only: a folder
 * whose files make up a series, or one file.
 *
 * <p>Every failure that a file causes is a {@link UserError} that names the file.
 */
public final class Volumes {
  private Volumes() {}

  /** Whether the name is that of a NIfTI scan; the file itself is not looked at. */
  public static boolean isVolume(Path file) {
    return NiftiName.matches(file);
  }

  /**
   * All scans in a folder and in the folders in it, sorted by path; of a pair only the {@code .hdr}
   * file, of a DICOM series the folder that its files lie in. Of NIfTI files only the names are
   * looked at, of others the first bytes.
   */
  public static List<Path> find(Path folder) {
    return VolumeSearch.in(folder);
  }

  /** Reads a scan; of one with several frames the first. */
  public static Volume read(Path file) {
    return read(file, 0);
  }

  /**
   * Reads one 3-D frame of a scan.
   *
   * @param frame 0 for the first; axes after the fourth count on, the fourth fastest
   */
  public static Volume read(Path file, int frame) {
    if (isDicom(file)) {
      checkFrame(file, frame, 1);
      return DicomSeries.open(file).read();
    }
    try (NiftiReader reader = NiftiReader.open(file)) {
      NiftiHeader header = reader.header();
      checkFrame(file, frame, header.frames());
      reader.skip(frame * header.frameVoxels());
      return reader.readFrame();
    }
  }

  private static void checkFrame(Path file, int frame, long frames) {
    if (frame < 0 || frame >= frames) {
      throw new UserError(
          "%s has no frame %s: its frames are 0 to %s.".formatted(file, frame, frames - 1));
    }
  }

  private static boolean isDicom(Path file) {
    return Files.isDirectory(file) || (!NiftiName.matches(file) && DicomSeries.isSeries(file));
  }

  /**
   * Reads how a scan lies in space, without its voxels.
   *
   * @throws UserError also if the file is too small to hold the voxels
   */
  public static Geometry readGeometry(Path file) {
    if (isDicom(file)) {
      return DicomSeries.open(file).geometry();
    }
    try (NiftiReader reader = NiftiReader.open(file)) {
      return reader.geometry();
    }
  }

  /** Says what is in a scan's file; reads all frames without holding them. */
  public static VolumeInfo info(Path file) {
    if (isDicom(file)) {
      return DicomSeries.open(file).info();
    }
    try (NiftiReader reader = NiftiReader.open(file)) {
      return VolumeInfo.of(reader);
    }
  }

  /**
   * Writes a new file, whole or not at all. The name chooses the layout; folders are made.
   *
   * @param type how voxels are stored; integers round to the nearest
   * @throws UserError if the file exists, a value does not fit the type, or the disk refuses
   */
  public static void write(Path file, Volume volume, DataType type) {
    NiftiName.Parts parts = NiftiName.toWrite(file);
    Stream.of(parts.header(), parts.voxels())
        .filter(Files::exists)
        .findFirst()
        .ifPresent(
            existing -> {
              throw new UserError(existing + " exists already: remove it or choose another name.");
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
      throw new UserError(
          "%s cannot be written: %s; choose a wider type."
              .formatted(parts.header(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new UserError(
          "%s cannot be written (%s): check the folder's permissions and the space on the disk."
              .formatted(parts.header(), e),
          e);
    }
  }
}
