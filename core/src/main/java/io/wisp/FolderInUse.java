package io.wisp;

import java.nio.file.Path;

/** Something else is writing to the folder; it may be free later. */
public final class FolderInUse extends UserError {
  private static final long serialVersionUID = 1;

  private final transient Path path;

  public FolderInUse(Path path, String message) {
    super(message);
    this.path = path;
  }

  /** The folder. */
  public Path path() {
    return path;
  }
}
