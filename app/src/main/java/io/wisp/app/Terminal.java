package io.wisp.app;

/**
 * What is known of the terminal behind stderr. Java cannot ask about stderr alone (its console
 * needs stdin and stdout too), so the launcher asks and passes the answers as system properties.
 */
final class Terminal {
  private static final int USUAL_COLUMNS = 80;

  private Terminal() {}

  static boolean isStderr() {
    return Boolean.getBoolean("wisp.stderr.terminal");
  }

  static int columns() {
    int columns = Integer.getInteger("wisp.stderr.columns", USUAL_COLUMNS);
    return columns > 0 ? columns : USUAL_COLUMNS;
  }
}
