package io.wisp.dataset;

import io.wisp.Remedy;
import io.wisp.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a source folder holds.
 *
 * @param path the folder
 * @param layout how it is laid out, never {@link Layout#AUTO}
 * @param cases sorted by name
 * @param classes names of the labels 0, 1, …; empty where folders do not name them
 */
public record SourceFolder(Path path, Layout layout, List<SourceCase> cases, List<String> classes) {

  /**
   * Looks for the cases of a folder.
   *
   * @param asked how it is laid out
   * @param object which values of the masks are the object, by name or number; the layout's usual
   *     one if not told
   * @param modalities the kinds of scan, one per channel
   * @throws UserError if there is no such folder or no case in it, or a case lacks a file
   */
  public static SourceFolder find(
      Path path, Layout asked, Optional<String> object, List<String> modalities) {
    if (!Files.isDirectory(path)) {
      throw new UserError("there is no folder %s".formatted(path));
    }
    Layout layout = asked.resolve(path);
    ObjectChoice choice = ObjectChoice.parse(object.orElse(layout.object()), layout.objects());
    List<SourceCase> cases =
        switch (layout) {
          case IMAGES -> PictureFolder.find(path, choice);
          case CHAOS -> ChaosFolder.find(path, modalities, choice);
          case TCGA -> TcgaFolder.find(path, modalities, choice);
          case BRATS, AUTO -> BratsFolder.find(path, modalities, choice);
        };
    if (layout == Layout.IMAGES && modalities.size() > 1) {
      throw new UserError(
          "pictures in class folders have one channel, but %s kinds of scan are asked for"
              .formatted(modalities.size()),
          Remedy.MODALITY);
    }
    List<String> classes = layout == Layout.IMAGES ? PictureFolder.classes(path) : List.of();
    return new SourceFolder(path, layout, cases, classes);
  }

  public SortedSet<String> ids() {
    return new TreeSet<>(cases.stream().map(SourceCase::id).toList());
  }

  public boolean hasMasks() {
    return cases.stream().allMatch(SourceCase::hasMasks);
  }

  /**
   * The split that the folders tell, if they do.
   *
   * @throws UserError if they put a case on both sides
   */
  public Optional<PatientSplit> split() {
    SortedMap<String, Split> sides = new TreeMap<>();
    for (SourceCase source : cases) {
      if (source instanceof PictureCase pictures) {
        pictures.pictures().forEach(picture -> put(sides, source.id(), picture.split()));
      }
    }
    return sides.isEmpty() ? Optional.empty() : Optional.of(new PatientSplit(sides));
  }

  private void put(SortedMap<String, Split> sides, String id, Optional<Split> split) {
    Split other = split.isEmpty() ? null : sides.put(id, split.get());
    if (other != null && other != split.get()) {
      throw new UserError(
          "patient %s is in both splits, training and validation of %s: give a split with one side for it"
              .formatted(id, path),
          Remedy.SPLIT_FILE);
    }
  }
}
