package io.wisp.dataset;

import io.wisp.Folders;
import io.wisp.Remedy;
import io.wisp.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The layout of BraTS: a folder per case, with files of the historic names ({@code _flair}, {@code
 * _seg}) or those of 2023 ({@code -t2f}, {@code -seg}).
 */
final class BratsFolder {
  /** Case folders lie in the source folder, or one level deeper, as in HGG and LGG. */
  private static final int DEPTH = 2;

  private static final Map<String, String> NAMES_OF_2023 =
      Map.of("flair", "t2f", "t1", "t1n", "t1ce", "t1c", "t2", "t2w");

  private BratsFolder() {}

  /** Finds the cases with scans of some modalities, sorted by name. */
  static List<SourceCase> find(Path root, List<String> modalities, ObjectChoice object) {
    Map<String, SourceCase> cases = new TreeMap<>();
    for (Path folder : Folders.within(root, DEPTH)) {
      List<Path> files = Folders.files(folder);
      List<Path> scans = scans(folder, files, modalities);
      if (!scans.isEmpty()) {
        String id = folder.toAbsolutePath().normalize().getFileName().toString();
        Optional<Path> mask = only(folder, files, List.of("_seg", "-seg"));
        if (cases.put(id, new ScanCase(id, modalities, scans, mask, object)) != null) {
          throw new UserError(
              "%s has two folders called %s: rename one, a case must be there once"
                  .formatted(root, id));
        }
      }
    }
    if (cases.isEmpty()) {
      List<String> endings = endings(modalities.get(0));
      throw new UserError(
          ("no %s volumes found in %s: looked for <case>/<case>%s.nii.gz and <case>/<case>%s.nii.gz"
                  + " (or .nii), up to two folders deep")
              .formatted(modalities.get(0), root, endings.get(0), endings.get(1)));
    }
    return List.copyOf(cases.values());
  }

  private static List<String> endings(String modality) {
    return List.of("_" + modality, "-" + NAMES_OF_2023.getOrDefault(modality, modality));
  }

  /** One scan of each modality, or none where the folder has none at all. */
  private static List<Path> scans(Path folder, List<Path> files, List<String> modalities) {
    List<Path> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String modality : modalities) {
      only(folder, files, endings(modality))
          .ifPresentOrElse(found::add, () -> missing.add(modality));
    }
    if (!found.isEmpty() && !missing.isEmpty()) {
      throw new UserError(
          "case %s has %s, but no %s scan: add it, or do not ask for it"
              .formatted(folder, found.get(0).getFileName(), String.join(", ", missing)),
          Remedy.MODALITY);
    }
    return found;
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
