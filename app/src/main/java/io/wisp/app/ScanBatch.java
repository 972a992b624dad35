package io.wisp.app;

import io.wisp.UserError;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ExitCode;

/** The scans of one command, of which some may fail without ending it. */
final class ScanBatch {
  /** The exit code where some scans failed and some did not. */
  static final int SOME_FAILED = 3;

  private final boolean failFast;
  private final List<String> failures = new ArrayList<>();
  private int done;

  /**
   * @param failFast whether the first failure ends the command
   */
  ScanBatch(boolean failFast) {
    this.failFast = failFast;
  }

  /**
   * Does the work for one scan.
   *
   * @return why it failed; empty if it succeeded
   * @throws UserError if it failed, and that is to end the command
   */
  Optional<UserError> run(String scan, Runnable work) {
    try {
      work.run();
      done++;
      return Optional.empty();
    } catch (UserError e) {
      fail(scan, e);
      return Optional.of(e);
    }
  }

  /**
   * Notes a scan that failed.
   *
   * @throws UserError the error itself if it is to end the command
   */
  void fail(String scan, UserError error) {
    if (failFast) {
      throw error;
    }
    failures.add(scan + ": " + Advice.sentence(error));
  }

  /** Notes scans that succeeded. */
  void add(int succeeded) {
    done += succeeded;
  }

  /**
   * Lists the scans that failed.
   *
   * @return the exit code: 0 if none failed, 2 if all did, else {@link #SOME_FAILED}
   */
  int finish(PrintWriter err) {
    if (failures.isEmpty()) {
      return ExitCode.OK;
    }
    err.printf("wisp: %s of %s failed:%n", failures.size(), failures.size() + done);
    failures.forEach(one -> err.println("  " + one));
    err.flush();
    return done == 0 ? ExitCode.USAGE : SOME_FAILED;
  }
}
