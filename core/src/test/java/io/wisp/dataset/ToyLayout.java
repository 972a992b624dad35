package io.wisp.dataset;

import io.wisp.base.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A layout of somebody else's: {@code toy-<patient>-<day>.nii} in one folder. */
public final class ToyLayout implements Layout {
  @Override
  public String name() {
    return "toy";
  }

  @Override
  public String form() {
    return "toy-<patient>-<day>.nii";
  }

  @Override
  public List<String> modalities() {
    return List.of("ct");
  }

  @Override
  public boolean detect(Path source) {
    return !scans(source).isEmpty();
  }

  @Override
  public FoundCases cases(Path source, List<String> modalities, ObjectChoice object) {
    return FoundCases.of(scans(source).stream().map(file -> toyCase(file, object)).toList());
  }

  @Override
  public Optional<String> patientOf(String caseId) {
    return caseId.startsWith("toy-")
        ? Optional.of(caseId.substring(0, caseId.lastIndexOf('-')))
        : Optional.empty();
  }

  private static List<Path> scans(Path source) {
    return Folders.files(source).stream()
        .filter(file -> file.getFileName().toString().matches("toy-\\w+-\\d+\\.nii"))
        .toList();
  }

  private static SourceCase toyCase(Path file, ObjectChoice object) {
    String id = file.getFileName().toString().replace(".nii", "");
    return new ScanCase(id, List.of("ct"), List.of(file), Optional.empty(), "no mask", object);
  }
}
