package io.wisp.layout;

import io.wisp.UserError;
import io.wisp.base.Folders;
import io.wisp.dataset.ObjectChoice;
import io.wisp.dataset.SourceCase;
import io.wisp.dataset.Split;
import io.wisp.layout.PictureCase.Picture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layout of the published code: {@code training|validation/normal|tumor|seg} with pictures; any
 * other class folders do as well, however many. The mask of a picture has the same name, but for
 * the ending, in {@code seg}; the first class has none. Names such as {@code
 * BraTS20_Training_001_77} tell the case and the slice; any other name is a case of its own.
 */
final class PictureFolder {
  private static final Map<String, Split> SPLITS =
      Map.of("training", Split.TRAIN, "validation", Split.TEST);
  private static final String MASKS = "seg";
  private static final String ABSENT = "normal";
  private static final Pattern CASE_AND_SLICE =
      Pattern.compile(
          "(.*[A-Za-z].*\\d)(?:[_-]%s)?[_-](?:slice|z)?_?(\\d{1,4})"
              .formatted(BratsNames.pattern()));

  /** {@code normal} first, numbers by their value, then names. */
  private static final Comparator<String> CLASS_ORDER =
      Comparator.<String, Boolean>comparing(name -> !name.equalsIgnoreCase(ABSENT))
          .thenComparing(name -> !isNumber(name))
          .thenComparing(name -> isNumber(name) ? Integer.parseInt(name) : 0)
          .thenComparing(name -> name.toLowerCase(Locale.ROOT));

  private final Path root;
  private final ObjectChoice object;
  private final List<String> classes;
  private final Map<String, List<Picture>> cases = new TreeMap<>();
  private final Map<String, Path> owners = new HashMap<>();
  private boolean masks = true;

  private PictureFolder(Path root, ObjectChoice object) {
    this.root = root;
    this.object = object;
    this.classes = classes(root);
  }

  /**
   * The names of the class folders, in the order of their labels. A folder that is alone stands for
   * label 1, unless it is {@code normal}.
   */
  static List<String> classes(Path root) {
    SortedSet<String> names = new TreeSet<>(CLASS_ORDER);
    for (String split : SPLITS.keySet()) {
      Path side = Folders.child(root, split);
      if (Files.isDirectory(side)) {
        Folders.within(side, 1).stream()
            .skip(1)
            .filter(folder -> Folders.files(folder).stream().anyMatch(PictureKind::isPicture))
            .forEach(folder -> names.add(folder.getFileName().toString()));
      }
    }
    names.remove(MASKS);
    if (names.size() == 1) {
      names.add(ABSENT);
    }
    return List.copyOf(names);
  }

  private static boolean isNumber(String name) {
    return name.matches("\\d{1,6}");
  }

  /** Finds the cases, sorted by name. */
  static List<SourceCase> find(Path root, ObjectChoice object) {
    PictureFolder folder = new PictureFolder(root, object);
    if (folder.classes.isEmpty()) {
      throw new UserError(
          ("no pictures found in %s: looked for PNG, JPEG, TIFF, BMP and GIF files in training|validation,"
                  + " normal|tumor|seg or other class folders")
              .formatted(root));
    }
    for (String split : List.of("training", "validation")) {
      for (int label = 0; label < folder.classes.size(); label++) {
        folder.gather(split, label);
      }
    }
    return folder.found();
  }

  private List<SourceCase> found() {
    List<SourceCase> found = new ArrayList<>();
    cases.forEach(
        (id, pictures) -> {
          pictures.sort(Comparator.comparingInt(Picture::slice));
          found.add(new PictureCase(id, List.copyOf(pictures), masks, List.of(), object));
        });
    return List.copyOf(found);
  }

  private void gather(String splitName, int label) {
    Path side = Folders.child(root, splitName);
    Path masksOfSide = Folders.child(side, MASKS);
    boolean truth = Files.isDirectory(masksOfSide);
    Map<String, Path> seg = byStem(masksOfSide);
    byStem(Folders.child(side, classes.get(label)))
        .forEach(
            (stem, image) -> {
              Optional<Path> mask =
                  label > 0 && truth
                      ? Optional.of(seg.getOrDefault(stem, masksOfSide.resolve(stem + ".png")))
                      : Optional.empty();
              masks &= label == 0 || truth;
              add(stem, image, mask, label, SPLITS.get(splitName));
            });
  }

  private void add(String stem, Path image, Optional<Path> mask, int label, Split split) {
    Matcher named = CASE_AND_SLICE.matcher(stem);
    boolean known = named.matches();
    String id = known ? named.group(1) : stem;
    if (!known && cases.containsKey(id)) {
      id = split.text() + "-" + classes.get(label) + "-" + stem;
    }
    int slice = known ? Integer.parseInt(named.group(2)) : 0;
    Path other = owners.put(id + "/" + slice, image);
    if (other != null) {
      throw new UserError(
          "%s and %s are both slice %s of case %s: keep one".formatted(other, image, slice, id));
    }
    cases
        .computeIfAbsent(id, key -> new ArrayList<>())
        .add(new Picture(slice, image, mask, OptionalInt.of(label), Optional.of(split)));
  }

  private static Map<String, Path> byStem(Path folder) {
    Map<String, Path> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Path file : Folders.files(folder)) {
      if (PictureKind.isPicture(file)) {
        String stem = Folders.stem(file);
        if (found.put(stem, file) != null) {
          throw new UserError("%s has two pictures called %s: keep one".formatted(folder, stem));
        }
      }
    }
    return found;
  }
}
