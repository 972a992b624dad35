package io.wisp.dataset;

import java.nio.file.Path;
import java.util.List;

/** A case found in a source folder. */
public sealed interface SourceCase permits ScanCase, ChaosCase, PictureCase {
  String id();

  /** Whether all its slices have a truth mask. */
  boolean hasMasks();

  /** Which mask to add where there is none, for errors. */
  String missingMask();

  /** The files or folders it is read from. */
  List<Path> files();

  /**
   * Reads the case.
   *
   * @param axis along which volumes are cut; pictures are slices already
   * @throws io.wisp.UserError if a file is damaged, or shapes differ
   */
  CaseImages read(Axis axis);
}
