package io.wisp.serve.project;

import io.wisp.UserError;
import io.wisp.dataset.Layouts;
import io.wisp.dataset.NamedScan;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.Volumes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for the scans of a folder: those that are no masks by their names; of several kinds of scan
 * of the same case, the one asked for.
 */
final class ScanSearch {
  private static final ScanFormat.Choice ALL_SERIES = ScanFormat.Choice.NONE.withSeries("all");

  private final Path root;
  private final String kind;
  private final List<FoundScan> found = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();

  /**
   * @param asked the kind of scan; the usual one of the folder's layout if not told
   * @throws UserError if there is no such folder, or it holds no scan at all
   */
  ScanSearch(Path root, Optional<String> asked) {
    this.root = root;
    if (!Files.isDirectory(root)) {
      throw new UserError("There is no folder %s.".formatted(root));
    }
    this.kind = asked.orElseGet(() -> Layouts.of(root).modalities().get(0));
    List<Path> paths = Volumes.find(root);
    Map<String, Integer> names = new HashMap<>();
    List<NamedScan> scans = new ArrayList<>();
    for (Path path : paths) {
      NamedScan scan = NamedScan.of(List.of(path), List.of(kind)).get(0);
      if (NamedScan.isMask(path)) {
        refuse(path, "It is a mask or map by its name: call it otherwise if it is a scan.");
      } else if (!scan.ofAnotherKind(List.of(kind)).isEmpty()) {
        refuse(path, "It is another kind of scan than %s by its name.".formatted(kind));
      } else {
        scans.add(scan);
        names.merge(scan.name(), 1, Integer::sum);
      }
    }
    scans.forEach(scan -> addSeries(scan, names.get(scan.name()) > 1));
    refuseOthers(paths);
  }

  private void addSeries(NamedScan scan, boolean ambiguous) {
    Path path = scan.channels().get(0);
    Path parent = path.toAbsolutePath().getParent();
    boolean inFolder = parent != null && !parent.equals(root.toAbsolutePath());
    String own = path.equals(root) ? root.getFileName().toString() : scan.name();
    String name = ambiguous && inFolder ? parent.getFileName() + "_" + own : own;
    for (NamedScan series : scan.bySeries(ALL_SERIES)) {
      String suffix = series.series().map(key -> "_" + key).orElse("");
      found.add(new FoundScan(name + suffix, path, series.series(), kind));
    }
  }

  /** Files that are neither scans nor lie in the folder of one. */
  private void refuseOthers(List<Path> paths) {
    Set<Path> known = new HashSet<>(paths);
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> !known.contains(file) && !known.contains(file.getParent()))
          .filter(file -> !isPart(file, known))
          .sorted()
          .forEach(
              file -> refuse(file, "It is no scan, that is, not %s.".formatted(Volumes.formats())));
    } catch (java.io.IOException e) {
      throw new UserError("The folder %s cannot be read: %s.".formatted(root, e.getMessage()), e);
    }
  }

  /** The voxels of a pair of NIfTI files. */
  private static boolean isPart(Path file, Set<Path> known) {
    String name = file.getFileName().toString();
    return name.toLowerCase(java.util.Locale.ROOT).matches(".*\\.img(\\.gz)?")
        && known.stream()
            .anyMatch(
                one ->
                    Optional.ofNullable(one.getParent())
                            .equals(Optional.ofNullable(file.getParent()))
                        && Volumes.stem(one).equals(Volumes.stem(file)));
  }

  private void refuse(Path file, String why) {
    refused.add(new Refused(shown(file), why));
  }

  /** A path as the person knows it: below the folder that was searched. */
  String shown(Path file) {
    String below = root.relativize(file).toString().replace('\\', '/');
    return below.isEmpty() ? root.getFileName().toString() : below;
  }

  List<FoundScan> found() {
    return found;
  }

  List<Refused> refused() {
    return refused;
  }
}
