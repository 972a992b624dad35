package io.wisp;

import java.nio.file.Path;

/** The target of results exists already, and may not be replaced. */
public final class TargetExists extends UserError {
  private static final long serialVersionUID = 1;

  private final transient Path path;

  /**
   * @param path the existing folder or file
   * @param message a sentence that names it
   */
  public TargetExists(Path path, String message, Remedy... remedies) {
    super(message, remedies);
    this.path = path;
  }

  /** The existing folder or file. */
  public Path path() {
    return path;
  }
}
