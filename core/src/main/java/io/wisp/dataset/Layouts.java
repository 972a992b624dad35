package io.wisp.dataset;

import io.wisp.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The layouts that there are: those that services files on the class path name. */
public final class Layouts {
  /** That of folders which no layout detects, for its error says what was looked for. */
  private static final String USUAL = "brats";

  private static final String SERIES = "_series-";

  private static final List<Layout> ALL =
      ServiceLoader.load(Layout.class, Layouts.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private Layouts() {}

  /** All of them, in the order in which they are asked. */
  public static List<Layout> all() {
    return ALL;
  }

  /**
   * @param name in any letter case
   * @throws UserError if there is none of that name
   */
  public static Layout named(String name) {
    return ALL.stream()
        .filter(layout -> layout.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "There is no layout \"%s\"; there are: %s."
                        .formatted(
                            name, String.join(", ", ALL.stream().map(Layout::name).toList()))));
  }

  /** The first layout that detects a folder; {@code brats} if there is none, or no such folder. */
  public static Layout of(Path source) {
    return Stream.of(source)
        .filter(Files::isDirectory)
        .flatMap(folder -> ALL.stream().filter(layout -> layout.detect(folder)))
        .findFirst()
        .orElseGet(() -> named(USUAL));
  }

  /** What one of several series of a case is called, as a case of its own. */
  public static String ofSeries(String caseId, String seriesKey) {
    return caseId + SERIES + seriesKey;
  }

  /** The patient whose scan a case is; the case itself where no layout knows more. */
  static String patientOf(String caseId) {
    int series = caseId.lastIndexOf(SERIES);
    String whole = series > 0 ? caseId.substring(0, series) : caseId;
    return ALL.stream()
        .map(layout -> layout.patientOf(whole))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(whole);
  }

  /** How names of files that are scans of a kind end. */
  static Stream<String> endings(String modality) {
    return Stream.concat(
        Stream.of(modality), ALL.stream().flatMap(layout -> layout.endings(modality).stream()));
  }

  /** How names of files end that are scans of any kind that a layout has as files. */
  static Stream<String> endings() {
    return ALL.stream()
        .flatMap(layout -> layout.modalities().stream().flatMap(m -> layout.endings(m).stream()));
  }

  /** The other kinds of scan of the layouts that know a kind. */
  static List<String> kindsBeside(String modality) {
    return ALL.stream()
        .map(Layout::modalities)
        .filter(kinds -> kinds.contains(modality))
        .flatMap(kinds -> kinds.stream().filter(kind -> !kind.equals(modality)))
        .distinct()
        .toList();
  }

  /** Whether a folder of this name is in every case of some layout. */
  static boolean isInEveryCase(String folder) {
    return ALL.stream().anyMatch(layout -> layout.isInEveryCase(folder));
  }
}
