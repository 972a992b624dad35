package io.wisp.slices;

import io.wisp.UserError;
import io.wisp.base.Folders;
import io.wisp.dataset.SourceCase;
import io.wisp.dataset.SourceFolder.LeftOut;
import io.wisp.dataset.SplitChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what of a source is not in its store, and which cases could not be read. */
final class LeftOutFiles {
  private final Path source;
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<PrepareSummary.Failure> failures = new ArrayList<>();

  /**
   * @param unused files of the source that no case uses
   * @param store the folder that is made, which may lie in the source
   */
  LeftOutFiles(Path source, List<LeftOut> unused, Path store) {
    this.source = source;
    Path made = store.toAbsolutePath().normalize();
    for (LeftOut one : unused) {
      Path path = source.resolve(one.path()).toAbsolutePath().normalize();
      boolean beside =
          made.getParent() != null
              && made.getParent().equals(path.getParent())
              && path.getFileName().toString().startsWith("." + made.getFileName() + ".");
      if (!path.startsWith(made) && !beside) {
        leftOut.add(one);
      }
    }
  }

  /** Files that say how to prepare, so that they are used wherever they lie. */
  static List<Path> tables(PrepareOptions options) {
    List<Path> tables = new ArrayList<>();
    options.labels().ifPresent(tables::add);
    if (options.split() instanceof SplitChoice.Given given) {
      tables.add(given.file());
    }
    return tables;
  }

  void failed(SourceCase one, UserError error) {
    String reason = error.getMessage().replace(source + source.getFileSystem().getSeparator(), "");
    failures.add(new PrepareSummary.Failure(one.id(), error));
    add(one, "its case failed: " + reason);
  }

  void empty(SourceCase one) {
    add(one, "no slice with enough content");
  }

  private void add(SourceCase one, String reason) {
    for (Path file : one.files()) {
      leftOut.add(new LeftOut(Folders.relative(source, file), reason));
    }
  }

  /** Sorted by path. */
  List<LeftOut> all() {
    return leftOut.stream().sorted(Comparator.comparing(LeftOut::path)).toList();
  }

  List<PrepareSummary.Failure> failures() {
    return failures;
  }

  boolean isFailed(String caseId) {
    return failures.stream().anyMatch(one -> one.caseId().equals(caseId));
  }
}
