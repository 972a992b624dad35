package io.wisp;

import java.nio.file.Path;

/** Something else writes to the folder at this moment; later it may be free. */
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
