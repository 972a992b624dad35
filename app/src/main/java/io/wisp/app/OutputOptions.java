package io.wisp.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where results go, and whether they may replace older ones; use it as a mixin. */
final class OutputOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results; it is made where it is missing.")
  private Path folder;

  @Option(names = "--overwrite", description = "Replace earlier results in DIR.")
  private boolean overwrite;

  Path folder() {
    return folder;
  }

  boolean overwrite() {
    return overwrite;
  }
}
