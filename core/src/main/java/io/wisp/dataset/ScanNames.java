package io.wisp.dataset;

import io.wisp.volume.Volumes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What names of scans tell, in any letter case: the case, the kind of scan, whether it is one. */
final class ScanNames {
  private static final Pattern NO_SCAN =
      Pattern.compile(
          "(^|.*[_.-])(seg|segm|segmentation|mask|labels?|gt|roi|map|confidence)",
          Pattern.CASE_INSENSITIVE);

  private ScanNames() {}

  /** Whether a file is called a mask, or a map of one. */
  static boolean isMask(Path file) {
    return !Files.isDirectory(file) && NO_SCAN.matcher(Volumes.stem(file)).matches();
  }

  /**
   * Whether a file's name, or a DICOM folder's path, tells a kind of scan.
   *
   * @param root the folder below which the path counts; the path by itself if null
   */
  static boolean tell(Path file, Path root, String modality) {
    if (Files.isDirectory(file)) {
      List<String> folders =
          folders(file, root).map(folder -> folder.toLowerCase(Locale.ROOT)).toList();
      return Stream.of(modality.toLowerCase(Locale.ROOT).split("-"))
          .allMatch(part -> folders.stream().anyMatch(folder -> folder.startsWith(part)));
    }
    String stem = Volumes.stem(file);
    return Layouts.endings(modality).anyMatch(name -> endsIn(stem, name));
  }

  /** Whether it tells a kind that some layout has beside one of these, and none of these. */
  static boolean tellAnother(Path file, Path root, List<String> modalities) {
    Predicate<String> told = modality -> tell(file, root, modality);
    return modalities.stream().noneMatch(told)
        && modalities.stream()
            .flatMap(modality -> Layouts.kindsBeside(modality).stream())
            .anyMatch(told);
  }

  /** What the scan is called: see {@link NamedScan#name}. */
  static String nameOf(Path file) {
    if (!Files.isDirectory(file)) {
      String stem = Volumes.stem(file);
      return Layouts.endings()
          .filter(name -> endsIn(stem, name))
          .findFirst()
          .map(name -> stem.substring(0, stem.length() - name.length() - 1))
          .orElse(stem);
    }
    List<String> folders = folders(file, null).toList();
    return IntStream.iterate(folders.size() - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(folders::get)
        .filter(folder -> !Layouts.isInEveryCase(folder))
        .findFirst()
        .orElse("scan");
  }

  private static boolean endsIn(String stem, String name) {
    String lower = stem.toLowerCase(Locale.ROOT);
    return lower.endsWith("_" + name) || lower.endsWith("-" + name);
  }

  private static Stream<String> folders(Path folder, Path root) {
    Path whole = folder.toAbsolutePath().normalize();
    int from = root == null ? 0 : root.toAbsolutePath().normalize().getNameCount();
    return IntStream.range(from, whole.getNameCount()).mapToObj(i -> whole.getName(i).toString());
  }
}
