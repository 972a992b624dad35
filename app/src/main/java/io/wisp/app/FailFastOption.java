package io.wisp.app;

import picocli.CommandLine.Option;

/** {@code --fail-fast}: whether the first scan that fails ends a command. */
final class FailFastOption {
  @Option(
      names = "--fail-fast",
      description =
          "Stop at the first scan that cannot be read or used. Default: do the others, list those"
              + " that failed at the end, and exit with code 3.")
  private boolean failFast;

  boolean asked() {
    return failFast;
  }
}
