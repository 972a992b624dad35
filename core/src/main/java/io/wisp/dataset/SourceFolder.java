package io.wisp.dataset;

import io.wisp.Remedy;
import io.wisp.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a source folder holds.
 *
 * @param path the folder
 * @param layout how it is laid out
 * @param found its cases
 */
public record SourceFolder(Path path, Layout layout, FoundCases found) {

  /**
   * A file or folder that is not used.
   *
   * @param path its path in the folder that is told of, with {@code /} between the parts
   * @param reason why, in words that fit other files as well; what fits only this one after a colon
   */
  public record LeftOut(String path, String reason) {

    /**
     * What is in a folder and not used, by the paths in it, sorted.
     *
     * @param used files, and folders as a whole
     */
    public static List<LeftOut> in(Path folder, Collection<Path> used) {
      return FolderContents.unused(folder, used, file -> Optional.empty());
    }
  }

  /**
   * Looks for the cases of a folder.
   *
   * @param asked how it is laid out; the layout that detects it if not told
   * @param object which values of the masks are the object, by name or number; the layout's usual
   *     one if not told
   * @param modalities the kinds of scan, one per channel
   * @throws UserError if there is no such folder or no case in it
   */
  public static SourceFolder find(
      Path path, Optional<Layout> asked, Optional<String> object, List<String> modalities) {
    if (!Files.isDirectory(path)) {
      throw new UserError("there is no folder %s".formatted(path));
    }
    Layout layout = asked.orElseGet(() -> Layouts.of(path));
    ObjectChoice choice = ObjectChoice.parse(object.orElse(layout.object()), layout.objects());
    return new SourceFolder(path, layout, layout.cases(path, modalities, choice));
  }

  /** The same with the cases that a reader reads, see {@link SourceCase#opened}. */
  public SourceFolder opened(ScanReader reader) {
    List<SourceCase> opened =
        cases().stream()
            .flatMap(one -> one.opened(reader).stream())
            .sorted(Comparator.comparing(SourceCase::id))
            .toList();
    return new SourceFolder(path, layout, new FoundCases(opened, classes()));
  }

  /** The cases, sorted by name. */
  public List<SourceCase> cases() {
    return found.cases();
  }

  /** Names of the labels 0, 1, …; empty where folders do not tell labels. */
  public List<String> classes() {
    return found.classes();
  }

  /** Whether folders tell the labels, so that neither masks nor a label file need do so. */
  public boolean tellsLabels() {
    return !classes().isEmpty();
  }

  /**
   * The files and folders in it that no case uses, sorted by path.
   *
   * @param modalities the kinds of scan that were asked for
   * @param others files that are used for something else
   */
  public List<LeftOut> leftOut(List<String> modalities, Collection<Path> others) {
    List<Path> used = new ArrayList<>(others);
    cases().forEach(one -> used.addAll(one.filesRead()));
    return FolderContents.unused(path, used, file -> layout.whyLeftOut(file, modalities));
  }

  public SortedSet<String> ids() {
    return new TreeSet<>(cases().stream().map(SourceCase::id).toList());
  }

  public boolean hasMasks() {
    return cases().stream().allMatch(SourceCase::hasMasks);
  }

  /**
   * The split that the folders tell, if they do.
   *
   * @throws UserError if they put a case on both sides
   */
  public Optional<PatientSplit> split() {
    SortedMap<String, Split> sides = new TreeMap<>();
    for (SourceCase source : cases()) {
      Set<Split> told = source.splits();
      if (told.size() > 1) {
        throw new UserError(
            "patient %s is in both splits, training and validation of %s: give a split with one side for it"
                .formatted(source.id(), path),
            Remedy.SPLIT_FILE);
      }
      told.forEach(side -> sides.put(source.id(), side));
    }
    return sides.isEmpty() ? Optional.empty() : Optional.of(new PatientSplit(sides));
  }
}
