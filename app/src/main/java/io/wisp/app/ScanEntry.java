package io.wisp.app;

import io.wisp.UserError;
import io.wisp.dicom.MixedSeriesError;
import io.wisp.volume.VolumeInfo;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One scan of a folder: what is in it, or why it cannot be read.
 *
 * @param name its path in the folder, with {@code /} between the parts
 * @param info null if the scan cannot be read
 * @param error null if it can
 */
record ScanEntry(String name, VolumeInfo info, String error) {
  boolean ok() {
    return error == null;
  }

  /**
   * Describes scans in a folder and the folders in it, in the order of their names; of DICOM files
   * that are no single series each by itself.
   */
  static List<ScanEntry> of(Path folder, List<Path> scans) {
    return scans.parallelStream().flatMap(scan -> of(folder, scan)).toList();
  }

  private static Stream<ScanEntry> of(Path folder, Path scan) {
    try {
      return Stream.of(new ScanEntry(name(folder, scan), Volumes.info(scan), null));
    } catch (MixedSeriesError e) {
      return e.files().stream().map(file -> alone(folder, file));
    } catch (UserError e) {
      return Stream.of(new ScanEntry(name(folder, scan), null, e.getMessage()));
    }
  }

  private static String name(Path folder, Path scan) {
    String name = folder.relativize(scan).toString().replace('\\', '/');
    return name.isEmpty() ? "." : name;
  }

  private static ScanEntry alone(Path folder, Path file) {
    String name = name(folder, file);
    try {
      return new ScanEntry(name, Volumes.info(file), null);
    } catch (UserError e) {
      return new ScanEntry(name, null, e.getMessage());
    }
  }
}
