package io.wisp.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A case found in a source folder: a {@link ScanCase}, or a layout's own. */
public interface SourceCase {
  String id();

  /** Whether all its slices have a truth mask. */
  boolean hasMasks();

  /** Which mask to add where there is none, for errors. */
  String missingMask();

  /** The sides of the split that its folders put it on; none where folders tell no split. */
  default Set<Split> splits() {
    return Set.of();
  }

  /** The files or folders it is read from. */
  List<Path> files();

  /** The same, with the files that reading takes instead of their folders, once it is opened. */
  default List<Path> filesRead() {
    return files();
  }

  /**
   * The cases to read: this one, or one for each of its series where the reader takes all.
   *
   * @return that which cannot be opened tells so when it is read
   */
  default List<SourceCase> opened(ScanReader reader) {
    return List.of(this);
  }

  /**
   * Reads the case.
   *
   * @param axis along which volumes are cut; pictures are slices already
   * @param reader for scans and masks that are volumes
   * @throws io.wisp.UserError if a file is missing or damaged, grids differ, or a mask holds no
   *     labels
   */
  CaseImages read(Axis axis, ScanReader reader);
}
