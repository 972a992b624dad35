package io.wisp.layout;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.base.Folders;
import io.wisp.dataset.FoundCases;
import io.wisp.dataset.Layout;
import io.wisp.dataset.ObjectChoice;
import io.wisp.dataset.SourceCase;
import io.wisp.layout.PictureCase.Picture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The LGG images of The Cancer Genome Atlas as Kaggle gives them out: {@code
 * kaggle_3m/TCGA_<case>/TCGA_<case>_N.tif} with the three channels before contrast, FLAIR and after
 * contrast, and {@code TCGA_<case>_N_mask.tif}. Where a scan without or with contrast is missing,
 * its channel repeats FLAIR.
 */
public final class TcgaLayout implements Layout {
  private static final int DEPTH = 3;
  private static final Pattern SLICE =
      Pattern.compile(
          "(TCGA_.+)_(\\d{1,4})(_mask)?\\.(?:tiff?|png|bmp|jpe?g|gif)", Pattern.CASE_INSENSITIVE);
  private static final Map<String, Integer> BANDS =
      Map.of("t1", 0, "pre", 0, "flair", 1, "t1ce", 2, "post", 2);

  private static final Pattern DAY = Pattern.compile("(TCGA_\\w\\w_\\w{4})_\\d{8}");

  @Override
  public String name() {
    return "tcga";
  }

  @Override
  public String form() {
    return "TCGA_*/TCGA_*_N.tif and TCGA_*_N_mask.tif";
  }

  @Override
  public List<String> modalities() {
    return List.of("flair", "t1", "t1ce");
  }

  /** The patient of {@code TCGA_CS_4941_19960909}, the scan of a day, is {@code TCGA_CS_4941}. */
  @Override
  public Optional<String> patientOf(String caseId) {
    Matcher day = DAY.matcher(caseId);
    return day.matches() ? Optional.of(day.group(1)) : Optional.empty();
  }

  @Override
  public boolean detect(Path root) {
    return Folders.within(root, DEPTH).stream().anyMatch(folder -> !slices(folder).isEmpty());
  }

  @Override
  public FoundCases cases(Path root, List<String> modalities, ObjectChoice object) {
    List<Integer> bands = modalities.stream().map(TcgaLayout::band).toList();
    Map<String, SourceCase> cases = new TreeMap<>();
    for (Path folder : Folders.within(root, DEPTH)) {
      Map<String, List<Matcher>> byCase = new TreeMap<>();
      slices(folder)
          .forEach(
              file -> byCase.computeIfAbsent(file.group(1), id -> new ArrayList<>()).add(file));
      for (Map.Entry<String, List<Matcher>> one : byCase.entrySet()) {
        String id = one.getKey();
        List<Matcher> slices = one.getValue();
        SourceCase found = caseOf(id, folder, slices, bands, object);
        SourceCase twin = cases.put(id, found);
        if (twin != null) {
          throw new UserError(
              "%s is there twice, in %s and %s: name the folder above one of them"
                  .formatted(id, twin.files().get(0).getParent(), folder));
        }
      }
    }
    if (cases.isEmpty()) {
      throw new UserError(
          "no slices found in %s: looked for TCGA_*/TCGA_*_N.tif and TCGA_*_N_mask.tif"
              .formatted(root));
    }
    return FoundCases.of(List.copyOf(cases.values()));
  }

  private static SourceCase caseOf(
      String id, Path folder, List<Matcher> slices, List<Integer> bands, ObjectChoice object) {
    try {
      return new PictureCase(id, pictures(folder, slices), true, bands, object);
    } catch (UserError e) {
      List<Path> files = slices.stream().map(slice -> folder.resolve(slice.group())).toList();
      return new IncompleteCase(id, files, e);
    }
  }

  @Override
  public Optional<String> whyLeftOut(Path file, List<String> modalities) {
    return PictureKind.isPicture(file)
        ? Optional.of("a picture that is not called TCGA_*_N, or lies deeper than 3 folders")
        : Optional.empty();
  }

  private static int band(String modality) {
    Integer band = BANDS.get(modality);
    if (band == null) {
      throw new UserError(
          "TCGA has no %s images: ask for flair, t1 or t1ce".formatted(modality), Remedy.MODALITY);
    }
    return band;
  }

  private static List<Matcher> slices(Path folder) {
    return Folders.files(folder).stream()
        .map(file -> SLICE.matcher(file.getFileName().toString()))
        .filter(Matcher::matches)
        .toList();
  }

  private static List<Picture> pictures(Path folder, List<Matcher> files) {
    Map<Integer, Path> images = new TreeMap<>();
    Map<Integer, Path> masks = new TreeMap<>();
    for (Matcher file : files) {
      Map<Integer, Path> kind = file.group(3) == null ? images : masks;
      Path picture = folder.resolve(file.group());
      Path other = kind.put(Integer.valueOf(file.group(2)), picture);
      if (other != null) {
        throw new UserError(
            "%s and %s are both slice %s: keep one"
                .formatted(other, picture.getFileName(), file.group(2)));
      }
    }
    for (int slice : masks.keySet()) {
      if (!images.containsKey(slice)) {
        throw new UserError(
            "the slice of the mask %s is missing: fetch the folder again"
                .formatted(masks.get(slice)));
      }
    }
    List<Picture> pictures = new ArrayList<>();
    images.forEach(
        (slice, image) -> {
          if (!masks.containsKey(slice)) {
            throw new UserError(
                "the mask of the slice %s is missing: fetch the folder again".formatted(image));
          }
          pictures.add(
              new Picture(
                  slice,
                  image,
                  Optional.of(masks.get(slice)),
                  OptionalInt.empty(),
                  Optional.empty()));
        });
    pictures.sort(Comparator.comparingInt(Picture::slice));
    return List.copyOf(pictures);
  }
}
