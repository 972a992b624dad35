package io.wisp.dicom;

import io.wisp.UserError;
import java.nio.file.Path;
import java.util.List;

/** A folder whose DICOM files are no single scan. */
public final class MixedSeriesError extends UserError {
  private static final long serialVersionUID = 1;

  private final transient List<Path> files;

  MixedSeriesError(String message, List<Path> files) {
    super(message);
    this.files = List.copyOf(files);
  }

  /** The DICOM files in the folder. */
  public List<Path> files() {
    return files;
  }
}
