package io.wisp.app;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code --fail-fast}: whether the first scan that fails ends a command. */
final class FailFastOption {
  /** Some scans failed and some did not. */
  static final int SOME_FAILED = 3;

  @Option(
      names = "--fail-fast",
      description =
          "Stop at the first scan that cannot be read or used. Otherwise the others are done, those"
              + " that failed are listed at the end, and the exit code is 3.")
  private boolean failFast;

  boolean asked() {
    return failFast;
  }

  /**
   * Lists the scans that failed, if there are any.
   *
   * @param failures the name of each, and why
   */
  static void print(List<String> failures, int done, PrintWriter err) {
    if (!failures.isEmpty()) {
      err.printf("wisp: %s of %s failed:%n", failures.size(), failures.size() + done);
      failures.forEach(one -> err.println("  " + one));
      err.flush();
    }
  }

  /** 0 if none failed, 2 if all did, else 3. */
  static int exitCode(int done, int failed) {
    return failed == 0 ? ExitCode.OK : done == 0 ? ExitCode.USAGE : SOME_FAILED;
  }
}
