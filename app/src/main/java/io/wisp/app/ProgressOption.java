package io.wisp.app;

import io.wisp.Progress;
import java.util.Locale;
import picocli.CommandLine.Option;

/**
 * The option of all long commands that says whether bars are drawn; use it as a mixin. Ctrl-C ends
 * what tells of its progress here.
 */
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

  private final Interruption interruption;

  ProgressOption(Interruption interruption) {
    this.interruption = interruption;
  }

  Interruption interruption() {
    return interruption;
  }

  /** The choice as it would be typed, to hand it on. */
  String text() {
    return when.name().toLowerCase(Locale.ROOT);
  }

  /** Shows progress, and ends the work where this tells of it once the command is to end. */
  Progress.Factory factory() {
    return interruption.stop().ending(bars());
  }

  /** Shows progress of work that hears otherwise that it is to end. */
  Progress.Factory bars() {
    boolean shown =
        switch (when) {
          case AUTO -> Terminal.isStderr();
          case ALWAYS -> true;
          case NEVER -> false;
        };
    return shown ? new ConsoleProgress(System.err, Terminal.columns()) : Progress.SILENT;
  }
}
