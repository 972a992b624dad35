package io.wisp.app;

import io.wisp.UserError;
import io.wisp.volume.VolumeInfo;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.List;

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

  /** Describes every scan in a folder and the folders in it, in the order of their names. */
  static List<ScanEntry> inFolder(Path folder) {
    return Volumes.find(folder).parallelStream().map(file -> of(folder, file)).toList();
  }

  private static ScanEntry of(Path folder, Path file) {
    String name = folder.relativize(file).toString().replace('\\', '/');
    try {
      return new ScanEntry(name, Volumes.info(file), null);
    } catch (UserError e) {
      return new ScanEntry(name, null, e.getMessage());
    }
  }
}
