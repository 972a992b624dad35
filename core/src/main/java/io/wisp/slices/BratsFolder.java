package io.wisp.slices;

import io.wisp.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The layout of BraTS: a folder per case, with files of the historic names ({@code _flair}, {@code
 * _seg}) or those of 2023 ({@code -t2f}, {@code -seg}).
 */
final class BratsFolder {
  /** Case folders lie in the source folder, or one level deeper, as in HGG and LGG. */
  private static final int DEPTH = 2;

  private static final Map<String, String> NAMES_OF_2023 =
      Map.of("flair", "t2f", "t1", "t1n", "t1ce", "t1c", "t2", "t2w");

  private final Path root;
  private final List<String> scanEndings;

  private BratsFolder(Path root, String modality) {
    this.root = root;
    this.scanEndings =
        List.of("_" + modality, "-" + NAMES_OF_2023.getOrDefault(modality, modality));
  }

  /** Finds the cases with a scan of some modality, sorted by name. */
  static List<SourceCase> find(Path root, String modality) {
    BratsFolder brats = new BratsFolder(root, modality);
    Map<String, SourceCase> cases = new TreeMap<>();
    for (Path folder : brats.folders()) {
      List<Path> files = Folders.files(folder);
      Optional<Path> scan = only(folder, files, brats.scanEndings);
      if (scan.isPresent()) {
        String id = folder.toAbsolutePath().normalize().getFileName().toString();
        Optional<Path> mask = only(folder, files, List.of("_seg", "-seg"));
        if (cases.put(id, new SourceCase.Scan(id, modality, scan.get(), mask)) != null) {
          throw new UserError(
              "%s has two folders called %s: rename one, a case must be there once"
                  .formatted(root, id));
        }
      }
    }
    if (cases.isEmpty()) {
      throw new UserError(
          ("no %s volumes found in %s: looked for <case>/<case>%s.nii.gz and <case>/<case>%s.nii.gz"
                  + " (or .nii), up to two folders deep")
              .formatted(modality, root, brats.scanEndings.get(0), brats.scanEndings.get(1)));
    }
    return List.copyOf(cases.values());
  }

  private List<Path> folders() {
    try (Stream<Path> found = Files.walk(root, DEPTH)) {
      List<Path> folders = new ArrayList<>();
      found.filter(Files::isDirectory).sorted().forEach(folders::add);
      return folders;
    } catch (IOException | UncheckedIOException e) {
      throw new UserError("cannot look into %s: %s".formatted(root, e.getMessage()), e);
    }
  }

  private static Optional<Path> only(Path folder, List<Path> files, List<String> endings) {
    List<Path> found =
        files.stream()
            .filter(
                file -> {
                  String name = file.getFileName().toString();
                  return endings.stream()
                      .anyMatch(
                          end -> name.endsWith(end + ".nii") || name.endsWith(end + ".nii.gz"));
                })
            .toList();
    if (found.size() > 1) {
      throw new UserError(
          "%s has both %s and %s: keep the one that is meant"
              .formatted(folder, found.get(0).getFileName(), found.get(1).getFileName()));
    }
    return found.stream().findFirst();
  }
}
