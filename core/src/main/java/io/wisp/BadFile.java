package io.wisp;

import java.nio.file.Path;

/** A file or folder that is missing, damaged, of the wrong kind, or cannot be read or written. */
public final class BadFile extends UserError {
  private static final long serialVersionUID = 1;

  private final transient Path path;

  /**
   * @param path of the file or folder
   * @param message a sentence that names it
   */
  public BadFile(Path path, String message, Remedy... remedies) {
    super(message, remedies);
    this.path = path;
  }

  public BadFile(Path path, String message, Throwable cause, Remedy... remedies) {
    super(message, cause, remedies);
    this.path = path;
  }

  /** The file or folder. */
  public Path path() {
    return path;
  }
}
