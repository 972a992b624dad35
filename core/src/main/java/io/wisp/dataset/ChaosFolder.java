package io.wisp.dataset;

import io.wisp.Folders;
import io.wisp.Remedy;
import io.wisp.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The layout of the CHAOS challenge: {@code MR/<case>/T2SPIR/DICOM_anon/*.dcm} with the truth of
 * each slice in {@code MR/<case>/T2SPIR/Ground/*.png}, and {@code T1DUAL} with its two phases. The
 * source may be the folder of the cases or one up to three levels above it.
 */
final class ChaosFolder {
  private static final int DEPTH = 4;

  private ChaosFolder() {}

  static boolean isChaosFolder(Path root) {
    return Folders.within(root, DEPTH).stream()
        .anyMatch(
            folder -> {
              for (ChaosSequence sequence : ChaosSequence.values()) {
                if (Files.isDirectory(sequence.series(folder))) {
                  return true;
                }
              }
              return false;
            });
  }

  /** Finds the cases that have the asked kinds of scan, sorted by name. */
  static List<SourceCase> find(Path root, List<String> modalities, ObjectChoice object) {
    List<ChaosSequence> sequences = modalities.stream().map(ChaosSequence::parse).toList();
    Map<String, SourceCase> cases = new TreeMap<>();
    for (Path folder : Folders.within(root, DEPTH)) {
      List<Path> series = sequences.stream().map(sequence -> sequence.series(folder)).toList();
      if (series.stream().anyMatch(Files::isDirectory)) {
        SourceCase found = caseOf(folder, series, sequences.get(0), object);
        if (cases.put(found.id(), found) != null) {
          throw new UserError(
              "%s has two folders called %s: rename one, a case must be there once"
                  .formatted(root, found.id()));
        }
      }
    }
    if (cases.isEmpty()) {
      throw new UserError(
          "no %s series found in %s: looked for MR/<case>/%s"
              .formatted(
                  String.join(", ", modalities), root, sequences.get(0).series(Path.of(""))));
    }
    return List.copyOf(cases.values());
  }

  private static SourceCase caseOf(
      Path folder, List<Path> series, ChaosSequence first, ObjectChoice object) {
    for (Path one : series) {
      if (!Files.isDirectory(one)) {
        throw new UserError(
            "case %s has no folder %s: fetch it again, or ask for another kind of scan"
                .formatted(folder.getFileName(), one),
            Remedy.MODALITY);
      }
    }
    String id = folder.toAbsolutePath().normalize().getFileName().toString();
    Path ground = first.ground(folder);
    return new ChaosCase(id, series, Optional.of(ground).filter(Files::isDirectory), object);
  }
}
