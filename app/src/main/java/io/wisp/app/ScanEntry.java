package io.wisp.app;

import io.wisp.UserError;
import io.wisp.base.Folders;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import io.wisp.volume.VolumeInfo;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One scan of a folder: what is in it, or why it cannot be read.
 *
 * @param name its path in the folder, with {@code /} between the parts, and its series if there are
 *     several
 * @param info null if the scan cannot be read
 * @param error null if it can
 * @param files those that it is made of
 */
record ScanEntry(String name, VolumeInfo info, UserError error, List<Path> files) {
  boolean ok() {
    return error == null;
  }

  /**
   * Describes scans in a folder and the folders in it, in the order of their names; of a path with
   * several series each.
   */
  static List<ScanEntry> of(Path folder, List<Path> scans, ScanFormat.Choice choice) {
    return scans.parallelStream().flatMap(scan -> of(folder, scan, choice)).toList();
  }

  private static Stream<ScanEntry> of(Path folder, Path scan, ScanFormat.Choice choice) {
    try {
      return of(folder, Volumes.openAll(scan, choice)).stream();
    } catch (UserError e) {
      return Stream.of(new ScanEntry(name(folder, scan, ""), null, e, List.of(scan)));
    }
  }

  /** Describes the series of one path. */
  static List<ScanEntry> of(Path folder, List<ScanSource> series) {
    return series.stream().map(scan -> of(folder, scan)).toList();
  }

  private static ScanEntry of(Path folder, ScanSource scan) {
    String name = name(folder, scan.path(), scan.series());
    try {
      return new ScanEntry(name, scan.info(), null, scan.files());
    } catch (UserError e) {
      return new ScanEntry(name, null, e, List.of(scan.path()));
    }
  }

  private static String name(Path folder, Path scan, String series) {
    String path = Folders.relative(folder, scan);
    if (series.isEmpty()) {
      return path.isEmpty() ? "." : path;
    }
    return (path.isEmpty() ? "" : path + ", ") + "series " + series;
  }
}
