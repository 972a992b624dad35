package io.wisp.benchmark;

/**
 * How long to measure.
 *
 * @param seconds that the slowest of the compared workloads is repeated for, at least
 * @param rounds counted runs of each, at least
 */
public record Effort(double seconds, int rounds) {
  /** For published figures. */
  public static final Effort THOROUGH = new Effort(10, 3);

  /** For a first look. */
  public static final Effort QUICK = new Effort(0.5, 1);

  /** A first run of this many seconds warms up within itself, and is counted. */
  static final double LONG_RUN = 20;
}
