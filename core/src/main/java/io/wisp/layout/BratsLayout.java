package io.wisp.layout;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.base.Folders;
import io.wisp.dataset.FoundCases;
import io.wisp.dataset.Layout;
import io.wisp.dataset.ObjectChoice;
import io.wisp.dataset.ObjectChoice.Span;
import io.wisp.dataset.ScanCase;
import io.wisp.dataset.SourceCase;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layout of BraTS: a folder per case, with files of the historic names ({@code _flair}, {@code
 * _seg}) or those of 2023 ({@code -t2f}, {@code -seg}).
 */
public final class BratsLayout implements Layout {
  /** Case folders lie in the source folder, or one level deeper, as in HGG and LGG. */
  private static final int DEPTH = 2;

  private static final List<String> MASKS = List.of("_seg", "-seg");
  private static final Pattern FOLLOW_UP = Pattern.compile("(BraTS-[A-Za-z]+-\\d+)-\\d{3}");

  @Override
  public String name() {
    return "brats";
  }

  @Override
  public String form() {
    return "<case>/<case>_flair.nii.gz and _seg, or -t2f and -seg (2023)";
  }

  @Override
  public List<String> modalities() {
    return BratsNames.MODALITIES;
  }

  @Override
  public Map<String, List<Span>> objects() {
    Map<String, List<Span>> names = new LinkedHashMap<>();
    names.put("necrosis", List.of(Span.of(1)));
    names.put("edema", List.of(Span.of(2)));
    names.put("enhancing", List.of(new Span(3, 4)));
    names.put("core", List.of(Span.of(1), new Span(3, 4)));
    return names;
  }

  @Override
  public boolean detect(Path source) {
    List<String> endings =
        modalities().stream().flatMap(modality -> fileEndings(modality).stream()).toList();
    return Folders.within(source, DEPTH).stream()
        .anyMatch(folder -> !ending(Folders.files(folder), endings).isEmpty());
  }

  /** The patient of {@code BraTS-GLI-00012-001}, the second scan, is {@code BraTS-GLI-00012}. */
  @Override
  public Optional<String> patientOf(String caseId) {
    Matcher followUp = FOLLOW_UP.matcher(caseId);
    return followUp.matches() ? Optional.of(followUp.group(1)) : Optional.empty();
  }

  @Override
  public List<String> endings(String modality) {
    return List.of(modality, BratsNames.of2023(modality));
  }

  /** The cases with scans of some modalities, which need not be those of BraTS. */
  @Override
  public FoundCases cases(Path root, List<String> modalities, ObjectChoice object) {
    Map<String, SourceCase> cases = new TreeMap<>();
    for (Path folder : Folders.within(root, DEPTH)) {
      List<Path> files = Folders.files(folder);
      List<String> asked =
          modalities.stream().flatMap(modality -> fileEndings(modality).stream()).toList();
      if (!ending(files, asked).isEmpty()) {
        SourceCase found = caseOf(folder, files, modalities, object);
        String id = found.id();
        if (cases.put(id, found) != null) {
          throw new UserError(
              "%s has two folders called %s: rename one, a case must be there once"
                  .formatted(root, id));
        }
      }
    }
    if (cases.isEmpty()) {
      List<String> endings = fileEndings(modalities.get(0));
      throw new UserError(
          ("no %s volumes found in %s: looked for <case>/<case>%s.nii.gz and <case>/<case>%s.nii.gz"
                  + " (or .nii), up to two folders deep")
              .formatted(modalities.get(0), root, endings.get(0), endings.get(1)));
    }
    return FoundCases.of(List.copyOf(cases.values()));
  }

  private static SourceCase caseOf(
      Path folder, List<Path> files, List<String> modalities, ObjectChoice object) {
    String id = folder.toAbsolutePath().normalize().getFileName().toString();
    try {
      List<Path> scans = scans(folder, files, modalities);
      Optional<Path> mask = only(folder, files, MASKS);
      return new ScanCase(id, modalities, scans, mask, id + "_seg.nii.gz", object);
    } catch (UserError e) {
      List<String> all = new ArrayList<>(MASKS);
      modalities.forEach(modality -> all.addAll(fileEndings(modality)));
      return new IncompleteCase(id, ending(files, all), e);
    }
  }

  @Override
  public Optional<String> whyLeftOut(Path file, List<String> modalities) {
    if (Volumes.stem(file).equals(file.getFileName().toString())) {
      return Optional.empty();
    }
    List<Path> beside = Folders.files(file.getParent());
    for (String modality : modalities) {
      if (ending(beside, fileEndings(modality)).isEmpty()) {
        return Optional.of("its folder has no %s scan".formatted(modality));
      }
    }
    List<String> asked = new ArrayList<>(MASKS);
    modalities.forEach(modality -> asked.addAll(fileEndings(modality)));
    if (!ending(List.of(file), asked).isEmpty()) {
      return Optional.of("more than %s folders deep".formatted(DEPTH));
    }
    boolean known =
        modalities().stream()
            .anyMatch(modality -> !ending(List.of(file), fileEndings(modality)).isEmpty());
    return Optional.of(
        known
            ? "another kind of scan than " + String.join(", ", modalities)
            : "a scan whose name tells no kind");
  }

  private static List<String> fileEndings(String modality) {
    return List.of("_" + modality, "-" + BratsNames.of2023(modality));
  }

  /** One scan of each modality. */
  private static List<Path> scans(Path folder, List<Path> files, List<String> modalities) {
    List<Path> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String modality : modalities) {
      only(folder, files, fileEndings(modality))
          .ifPresentOrElse(found::add, () -> missing.add(modality));
    }
    if (!missing.isEmpty()) {
      throw new UserError(
          "case %s has %s, but no %s scan: add it, or ask for other kinds of scan"
              .formatted(folder, found.get(0).getFileName(), String.join(", ", missing)),
          Remedy.MODALITY);
    }
    return found;
  }

  private static Optional<Path> only(Path folder, List<Path> files, List<String> endings) {
    List<Path> found = ending(files, endings);
    if (found.size() > 1) {
      throw new UserError(
          "%s has both %s and %s: keep the one that is meant"
              .formatted(folder, found.get(0).getFileName(), found.get(1).getFileName()));
    }
    return found.stream().findFirst();
  }

  private static List<Path> ending(List<Path> files, List<String> endings) {
    return files.stream()
        .filter(
            file -> {
              String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
              return endings.stream()
                  .map(end -> end.toLowerCase(Locale.ROOT))
                  .anyMatch(end -> name.endsWith(end + ".nii") || name.endsWith(end + ".nii.gz"));
            })
        .toList();
  }
}
