package io.wisp.report;

import java.awt.geom.Point2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How often decisions are right against their confidence: a dot per bin of confidence, sized by the
 * bin's share of all, joined by a line; and the diagonal of perfect calibration.
 *
 * @param confidence what it is of, such as {@code confidence of a pixel}
 * @param right what the share is of, such as {@code classified correctly, CDM}
 * @param points bins; non-finite ones are left out
 */
public record ReliabilityChart(String confidence, String right, List<Point> points)
    implements Chart {
  private static final double LEAST_RADIUS = 2;
  private static final double MOST_RADIUS = 9;

  /**
   * A bin.
   *
   * @param confidence its mean, in [0, 1]
   * @param right the share that is right
   * @param share of all decisions, in [0, 1]
   */
  public record Point(double confidence, double right, double share) {}

  public ReliabilityChart {
    points =
        points.stream()
            .filter(point -> Double.isFinite(point.confidence()) && Double.isFinite(point.right()))
            .sorted(Comparator.comparingDouble(Point::confidence))
            .toList();
  }

  @Override
  public String description() {
    return points.stream()
        .map(one -> Format.number(one.confidence(), 2) + ": " + Format.number(one.right(), 2))
        .collect(
            Collectors.joining(", ", "share %s, against %s: ".formatted(right, confidence), ""));
  }

  @Override
  public boolean isEmpty() {
    return points.isEmpty();
  }

  @Override
  public void draw(Canvas canvas) {
    Plot plot =
        Plot.of(
            new Axis(confidence, 0, 1, Axis.Scale.LINEAR),
            new Axis(right, 0, 1, Axis.Scale.LINEAR));
    plot.drawFrame(canvas);
    canvas.line(List.of(plot.at(0, 0), plot.at(1, 1)), 1, Ink.AXIS);
    List<Point2D> line = points.stream().map(p -> plot.at(p.confidence(), p.right())).toList();
    canvas.line(line, 2, Ink.ACCENT);
    for (int i = 0; i < line.size(); i++) {
      double radius = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * points.get(i).share();
      canvas.dot(line.get(i).getX(), line.get(i).getY(), radius, Ink.ACCENT);
    }
  }
}
