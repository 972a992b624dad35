package io.wisp.app;

import io.wisp.base.FolderLock;
import io.wisp.base.Folders;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where results go, and whether they may replace older ones; use it as a mixin. */
final class OutputOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results; created if missing.")
  private Path folder;

  @Option(names = "--overwrite", description = "Replace earlier results in DIR.")
  private boolean overwrite;

  /** Where to; refuses a place to which nothing can be written, before any work. */
  Path folder() {
    return Folders.requireWritable(folder);
  }

  /**
   * Keeps the folder for this command.
   *
   * @throws io.wisp.UserError if another process writes to it, or nothing can be written
   */
  FolderLock lock() {
    return FolderLock.in(folder());
  }

  boolean overwrite() {
    return overwrite;
  }
}
