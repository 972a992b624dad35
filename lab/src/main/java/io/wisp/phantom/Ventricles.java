package io.wisp.phantom;

import java.util.List;

/** The brain's inner fluid spaces: chains of capsules from horn to horn, the same on both sides. */
final class Ventricles {
  private record Node(Point at, double radius) {}

  private static final List<Node> LATERAL =
      List.of(
          node(10, -36, 6, 2.5),
          node(8, -26, 11, 4.5),
          node(8, -4, 20, 4.5),
          node(13, 18, 18, 5),
          node(23, 30, 8, 5),
          node(20, 46, 5, 2));
  private static final List<Node> TEMPORAL =
      List.of(node(23, 30, 8, 4), node(33, 8, -14, 2.5), node(29, -8, -20, 2));
  private static final List<Node> THIRD = List.of(node(0, -8, 0, 1.8), node(0, 8, -3, 1.8));
  private static final List<Node> FOURTH = List.of(node(0, 34, -28, 4.5), node(0, 33, -40, 3.5));
  private static final List<Point> HORNS =
      List.of(new Point(11, -36, 8), new Point(25, 36, 10), new Point(19, 22, 20));

  private final double width;

  /**
   * @param width of the spaces against the usual
   */
  Ventricles(double width) {
    this.width = width;
  }

  /** Millimetres from the wall: below 0 in the fluid. */
  double distance(Point p) {
    Point right = new Point(Math.abs(p.x()), p.y(), p.z());
    double paired = Math.min(chain(LATERAL, right), chain(TEMPORAL, right));
    return Math.min(paired, Math.min(chain(THIRD, right), chain(FOURTH, right)));
  }

  /** 1 at the tips of the horns, falling to 0 within a centimetre or two. */
  double nearHorn(Point p) {
    Point right = new Point(Math.abs(p.x()), p.y(), p.z());
    double nearest = Double.MAX_VALUE;
    for (Point horn : HORNS) {
      nearest = Math.min(nearest, right.minus(horn).ellipsoid(11, 12, 12));
    }
    return Smooth.step(1, 0.3, nearest);
  }

  private double chain(List<Node> nodes, Point p) {
    double nearest = Double.MAX_VALUE;
    for (int i = 1; i < nodes.size(); i++) {
      nearest = Math.min(nearest, capsule(nodes.get(i - 1), nodes.get(i), p));
    }
    return nearest;
  }

  private double capsule(Node from, Node to, Point p) {
    Point axis = to.at.minus(from.at);
    Point offset = p.minus(from.at);
    double along = Math.min(1, Math.max(0, dot(offset, axis) / dot(axis, axis)));
    Point gap = offset.plus(-along * axis.x(), -along * axis.y(), -along * axis.z());
    return Math.sqrt(dot(gap, gap)) - width * Smooth.mix(from.radius, to.radius, along);
  }

  private static double dot(Point a, Point b) {
    return a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
  }

  private static Node node(double x, double y, double z, double radius) {
    return new Node(new Point(x, y, z), radius);
  }
}
