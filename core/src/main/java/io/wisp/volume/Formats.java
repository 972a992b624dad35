package io.wisp.volume;

import io.wisp.BadFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The formats that there are: those that services files on the class path name. */
final class Formats {
  static final List<ScanFormat> SCANS = found(ServiceLoader.load(ScanFormat.class, loader()));
  static final List<MaskFormat> MASKS = found(ServiceLoader.load(MaskFormat.class, loader()));

  private Formats() {}

  private static ClassLoader loader() {
    return Formats.class.getClassLoader();
  }

  private static <T> List<T> found(ServiceLoader<T> services) {
    return services.stream().map(ServiceLoader.Provider::get).toList();
  }

  /** The format that a path is read in; none if it is no scan. */
  static Optional<ScanFormat> of(Path path) {
    return SCANS.stream().filter(known -> known.recognises(path)).findFirst();
  }

  /**
   * As {@link #of}.
   *
   * @throws BadFile if it is no scan
   */
  static ScanFormat needed(Path path) {
    Optional<ScanFormat> format = of(path);
    if (format.isPresent()) {
      return format.get();
    }
    if (!Files.exists(path)) {
      throw new BadFile(path, path + " does not exist: check the path.");
    }
    throw new BadFile(
        path,
        Files.isDirectory(path)
            ? "%s is a folder that is no scan itself: name a scan in it, which must be %s."
                .formatted(path, Volumes.formats())
            : "%s is not a scan that Wisp reads: it must be %s."
                .formatted(path, Volumes.formats()));
  }
}
