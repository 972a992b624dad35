package io.wisp.phantom;

import java.util.SplittableRandom;

/**
 * Thin curved tubes: they run where two smooth noises are both about 0.
 *
 * @param brightness signal that is added in the middle of a tube; 0 for no vessels
 */
record Vessels(double brightness, Noise first, Noise second) {
  private static final double WINDING = 42;
  private static final double STRETCH = 55;

  /** Of a tube, in units of the noises. */
  private static final double RADIUS = 0.13;

  static Vessels draw(double brightness, SplittableRandom random) {
    return new Vessels(brightness, new Noise(random.nextLong()), new Noise(random.nextLong()));
  }

  /**
   * Signal that is added at a place.
   *
   * @param flow is slow where it is above 0; there vessels are bright
   */
  double at(Point p, Noise flow) {
    double slow = brightness == 0 ? 0 : Smooth.step(-0.15, 0.15, flow.at(p, STRETCH));
    if (slow == 0) {
      return 0;
    }
    double across = Math.hypot(first.at(p, WINDING), second.at(p, WINDING));
    return brightness * slow * Smooth.step(RADIUS, 0.4 * RADIUS, across);
  }
}
