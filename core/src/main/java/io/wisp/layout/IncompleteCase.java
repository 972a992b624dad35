package io.wisp.layout;

import io.wisp.UserError;
import io.wisp.dataset.Axis;
import io.wisp.dataset.CaseImages;
import io.wisp.dataset.ScanReader;
import io.wisp.dataset.SourceCase;
import java.nio.file.Path;
import java.util.List;

/**
 * A case that lacks a file, or has two where one is meant: it is told when it is to be read, so
 * that the others can be.
 *
 * @param files what is there
 * @param error what is missing
 */
record IncompleteCase(String id, List<Path> files, UserError error) implements SourceCase {
  IncompleteCase {
    files = List.copyOf(files);
  }

  /** True, so that its error is told, not the want of a mask. */
  @Override
  public boolean hasMasks() {
    return true;
  }

  @Override
  public String missingMask() {
    return "its mask";
  }

  @Override
  public CaseImages read(Axis axis, ScanReader reader) {
    throw error;
  }
}
