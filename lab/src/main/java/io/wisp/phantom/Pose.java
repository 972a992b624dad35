package io.wisp.phantom;

import java.util.SplittableRandom;

/**
 * How a head lies in the scanner.
 *
 * @param turn around the long axis, radians
 * @param nod forwards or backwards, radians
 * @param shift of the head's middle, mm
 */
record Pose(double turn, double nod, Point shift) {
  static Pose draw(SplittableRandom random) {
    return new Pose(
        Math.toRadians(random.nextDouble(-9, 9)),
        Math.toRadians(random.nextDouble(-7, 7)),
        new Point(random.nextDouble(-4, 4), random.nextDouble(-4, 4), random.nextDouble(-5, 5)));
  }

  /** From the scanner's space to the head's own. */
  Point toHead(Point p) {
    return p.minus(shift).turnedAboutZ(turn).turnedAboutX(nod);
  }
}
