package io.wisp.layout;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.base.Folders;
import io.wisp.dataset.FoundCases;
import io.wisp.dataset.Layout;
import io.wisp.dataset.ObjectChoice;
import io.wisp.dataset.ObjectChoice.Span;
import io.wisp.dataset.SourceCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The layout of the CHAOS challenge: {@code MR/<case>/T2SPIR/DICOM_anon/*.dcm} with the truth of
 * each slice in {@code MR/<case>/T2SPIR/Ground/*.png}, and {@code T1DUAL} with its two phases. The
 * source may be the folder of the cases or one up to three levels above it.
 */
public final class ChaosLayout implements Layout {
  private static final int DEPTH = 4;

  private static final Pattern IN_EVERY_CASE =
      Pattern.compile("dicom(_anon)?|t2spir|t1dual|(in|out)phase", Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "chaos";
  }

  @Override
  public String form() {
    return "MR/<case>/T2SPIR with DICOM_anon/*.dcm and Ground/*.png";
  }

  @Override
  public List<String> modalities() {
    return Stream.of(ChaosSequence.values()).map(ChaosSequence::text).toList();
  }

  @Override
  public String object() {
    return "kidneys";
  }

  @Override
  public Map<String, List<Span>> objects() {
    Span liver = new Span(55, 70);
    Span right = new Span(110, 135);
    Span left = new Span(175, 200);
    Span spleen = new Span(240, 255);
    Map<String, List<Span>> names = new LinkedHashMap<>();
    names.put("kidneys", List.of(right, left));
    names.put("left-kidney", List.of(left));
    names.put("right-kidney", List.of(right));
    names.put("liver", List.of(liver));
    names.put("spleen", List.of(spleen));
    names.put("all", List.of(liver, right, left, spleen));
    return names;
  }

  @Override
  public boolean isInEveryCase(String folder) {
    return IN_EVERY_CASE.matcher(folder).matches();
  }

  @Override
  public boolean detect(Path root) {
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

  @Override
  public Optional<String> whyLeftOut(Path file, List<String> modalities) {
    Path folder = file.getParent();
    boolean known =
        folder.getFileName() != null
            && (isInEveryCase(folder.getFileName().toString())
                || folder.getFileName().toString().equalsIgnoreCase("Ground"));
    boolean picture = PictureKind.isPicture(file);
    if (known || picture) {
      return Optional.of(
          "no file of a %s series or its truth".formatted(String.join(", ", modalities)));
    }
    return Optional.empty();
  }

  /** The cases that have the asked kinds of scan. */
  @Override
  public FoundCases cases(Path root, List<String> modalities, ObjectChoice object) {
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
    return FoundCases.of(List.copyOf(cases.values()));
  }

  private static SourceCase caseOf(
      Path folder, List<Path> series, ChaosSequence first, ObjectChoice object) {
    String id = folder.toAbsolutePath().normalize().getFileName().toString();
    Path ground = first.ground(folder);
    for (Path one : series) {
      if (!Files.isDirectory(one)) {
        UserError error =
            new UserError(
                "case %s has no folder %s: fetch it again, or ask for another kind of scan"
                    .formatted(folder.getFileName(), one),
                Remedy.MODALITY);
        return new IncompleteCase(id, series.stream().filter(Files::isDirectory).toList(), error);
      }
    }
    return new ChaosCase(id, series, Optional.of(ground).filter(Files::isDirectory), object);
  }
}
