package io.wisp.volume;

import io.wisp.UserError;

/** A folder whose DICOM files are no single scan. */
public final class MixedSeriesError extends UserError {
  private static final long serialVersionUID = 1;

  MixedSeriesError(String message) {
    super(message);
  }
}
