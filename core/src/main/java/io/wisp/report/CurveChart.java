package io.wisp.report;

import java.awt.geom.Point2D;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A measure against a parameter: a dot per value, joined by a line. The parameter's axis is
 * logarithmic where useful.
 *
 * @param parameter what is varied
 * @param measure what is measured
 * @param points in any order; non-finite ones are left out
 */
public record CurveChart(String parameter, String measure, List<Point> points) implements Chart {
  private static final double LOGARITHMIC_FROM = 20;

  /** What one value of the parameter gives. */
  public record Point(double value, double result) {}

  public CurveChart {
    points =
        points.stream()
            .filter(point -> Double.isFinite(point.value()) && Double.isFinite(point.result()))
            .sorted(Comparator.comparingDouble(Point::value))
            .toList();
  }

  @Override
  public String description() {
    return points.stream()
        .map(one -> Axis.format(one.value()) + ": " + Format.number(one.result(), 3))
        .collect(
            Collectors.joining(
                ", ", String.format(Locale.ROOT, "%s against %s: ", measure, parameter), ""));
  }

  @Override
  public boolean isEmpty() {
    return points.isEmpty();
  }

  @Override
  public void draw(Canvas canvas) {
    List<Double> values = points.stream().map(Point::value).toList();
    List<Double> results = points.stream().map(Point::result).toList();
    Axis across = Axis.around(parameter, values, Axis.scaleFor(values, LOGARITHMIC_FROM));
    Plot plot = Plot.of(across, Axis.around(measure, results, Axis.Scale.LINEAR));
    plot.drawFrame(canvas);
    List<Point2D> line = points.stream().map(p -> plot.at(p.value(), p.result())).toList();
    canvas.line(line, 2, Ink.ACCENT);
    line.forEach(point -> canvas.dot(point.getX(), point.getY(), 4, Ink.ACCENT));
  }
}
