package io.wisp;

import java.nio.file.Path;

/** Results would go where something is already, and may not replace it. */
public final class TargetExists extends UserError {
  private static final long serialVersionUID = 1;

  private final transient Path path;

  /**
   * @param path where something is already, a folder or a file
   * @param message a sentence that names it
   */
  public TargetExists(Path path, String message, Remedy... remedies) {
    super(message, remedies);
    this.path = path;
  }

  /** Where something is already. */
  public Path path() {
    return path;
  }
}
