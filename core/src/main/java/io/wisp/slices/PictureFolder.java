package io.wisp.slices;

import io.wisp.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layout of the published code: {@code training|validation/normal|tumor|seg} with pictures. The
 * mask of a picture in {@code tumor} has the same name, but for the ending, in {@code seg}. Names
 * such as {@code BraTS20_Training_001_77} tell the case and the slice; any other name is a case of
 * its own.
 */
final class PictureFolder {
  private static final Map<String, Split> SPLITS =
      Map.of("training", Split.TRAIN, "validation", Split.TEST);
  private static final List<String> LABELS = List.of("normal", "tumor");
  private static final Pattern PICTURE =
      Pattern.compile("(.+)\\.(png|jpe?g)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CASE_AND_SLICE =
      Pattern.compile(
          "(.*[A-Za-z].*\\d)(?:[_-](?:flair|t1|t1ce|t2|t1n|t1c|t2w|t2f))?[_-](?:slice|z)?_?(\\d{1,4})");

  private final Path root;
  private final Map<String, List<SourceCase.Picture>> cases = new TreeMap<>();
  private final Map<String, Path> owners = new HashMap<>();
  private boolean masks = true;

  private PictureFolder(Path root) {
    this.root = root;
  }

  static boolean isPictureFolder(Path root) {
    return SPLITS.keySet().stream()
        .flatMap(split -> LABELS.stream().map(label -> root.resolve(split).resolve(label)))
        .anyMatch(Files::isDirectory);
  }

  /** Finds the cases, sorted by name. */
  static List<SourceCase> find(Path root) {
    PictureFolder folder = new PictureFolder(root);
    for (String split : List.of("training", "validation")) {
      for (int label = 0; label < LABELS.size(); label++) {
        folder.gather(split, label);
      }
    }
    List<SourceCase> found = new ArrayList<>();
    folder.cases.forEach(
        (id, pictures) -> {
          pictures.sort(Comparator.comparingInt(SourceCase.Picture::slice));
          found.add(new SourceCase.Pictures(id, List.copyOf(pictures), folder.masks));
        });
    if (found.isEmpty()) {
      throw new UserError(
          ("no pictures found in %s: looked for PNG and JPEG files in training|validation,"
                  + " normal|tumor|seg")
              .formatted(root));
    }
    return List.copyOf(found);
  }

  private void gather(String splitName, int label) {
    Path side = root.resolve(splitName);
    boolean truth = Files.isDirectory(side.resolve("seg"));
    Map<String, Path> seg = byStem(side.resolve("seg"));
    byStem(side.resolve(LABELS.get(label)))
        .forEach(
            (stem, image) -> {
              Optional<Path> mask = Optional.ofNullable(seg.get(stem));
              if (label > 0 && truth && mask.isEmpty()) {
                throw new UserError(
                    "%s has no mask in %s: add %s.png there, or take the folder away"
                        .formatted(image, side.resolve("seg"), stem));
              }
              masks &= label == 0 || truth;
              add(stem, image, label > 0 ? mask : Optional.empty(), label, SPLITS.get(splitName));
            });
  }

  private void add(String stem, Path image, Optional<Path> mask, int label, Split split) {
    Matcher named = CASE_AND_SLICE.matcher(stem);
    boolean known = named.matches();
    String id = known ? named.group(1) : stem;
    if (!known && cases.containsKey(id)) {
      id = split.text() + "-" + LABELS.get(label) + "-" + stem;
    }
    int slice = known ? Integer.parseInt(named.group(2)) : 0;
    Path other = owners.put(id + "/" + slice, image);
    if (other != null) {
      throw new UserError(
          "%s and %s are both slice %d of case %s: keep one".formatted(other, image, slice, id));
    }
    cases
        .computeIfAbsent(id, key -> new ArrayList<>())
        .add(new SourceCase.Picture(slice, image, mask, label, split));
  }

  private static Map<String, Path> byStem(Path folder) {
    Map<String, Path> found = new TreeMap<>();
    for (Path file : Folders.files(folder)) {
      Matcher name = PICTURE.matcher(file.getFileName().toString());
      if (name.matches() && found.put(name.group(1), file) != null) {
        throw new UserError(
            "%s has two pictures called %s: keep one".formatted(folder, name.group(1)));
      }
    }
    return found;
  }
}
