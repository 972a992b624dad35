package io.wisp.phantom;

/** Soft thresholds and blends. */
final class Smooth {
  private Smooth() {}

  /** Rises from 0 at {@code from} to 1 at {@code to} without a kink. */
  static double step(double from, double to, double value) {
    double t = Math.min(1, Math.max(0, (value - from) / (to - from)));
    return t * t * (3 - 2 * t);
  }

  /** {@code from} at share 0, {@code to} at share 1. */
  static double mix(double from, double to, double share) {
    return from + (to - from) * share;
  }
}
