package io.wisp.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Copies of pulsating vessels, in rows along the direction in which a scanner encodes phase, from
 * right to left.
 *
 * @param brightness signal that is added in the middle of a copy
 */
record Ghosts(double brightness, List<Row> rows) {
  private static final int ROWS = 4;

  /**
   * @param y where it lies from front to back, mm
   * @param z its height, mm
   * @param period from copy to copy, mm
   * @param start where the first copy lies, mm
   * @param radius of a copy, mm
   */
  private record Row(double y, double z, double period, double start, double radius) {
    static Row draw(SplittableRandom random) {
      double period = random.nextDouble(26, 46);
      return new Row(
          random.nextDouble(-60, 60),
          random.nextDouble(-35, 60),
          period,
          random.nextDouble(period),
          random.nextDouble(5, 9));
    }

    double at(Point p) {
      double aside = Math.IEEEremainder(p.x() - start, period);
      double distance = new Point(aside, p.y() - y, p.z() - z).ellipsoid(radius, radius, 7);
      return Smooth.step(1, 0.5, distance);
    }
  }

  static Ghosts draw(double brightness, SplittableRandom random) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(Row.draw(random));
    }
    return new Ghosts(brightness, List.copyOf(rows));
  }

  /** Signal that is added at a place inside the head. */
  double at(Point p) {
    double most = 0;
    for (Row row : rows) {
      most = Math.max(most, row.at(p));
    }
    return brightness * most;
  }
}
