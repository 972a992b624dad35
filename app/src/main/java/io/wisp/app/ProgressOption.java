package io.wisp.app;

import io.wisp.Progress;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The option of all long commands that says whether bars are drawn; use it as a mixin. */
final class ProgressOption {
  /** When to draw bars. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--progress",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Draw progress bars on stderr: auto (if it is a terminal), always, never. Default:"
              + " ${DEFAULT-VALUE}.")
  private When when;

  /** The choice as it would be typed, to hand it on. */
  String text() {
    return when.name().toLowerCase(Locale.ROOT);
  }

  Progress.Factory factory() {
    boolean shown =
        switch (when) {
          case AUTO -> Terminal.isStderr();
          case ALWAYS -> true;
          case NEVER -> false;
        };
    return shown ? new ConsoleProgress(System.err, Terminal.columns()) : Progress.SILENT;
  }
}
