package io.wisp.report;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The loss of every step, faint, and its moving average. The loss axis is logarithmic where useful.
 */
public record LossChart(LossCurve curve) implements Chart {
  private static final int COLUMNS = 400;
  private static final double AVERAGED_SHARE = 0.01;
  private static final double LOGARITHMIC_FROM = 8;

  @Override
  public String description() {
    List<LossCurve.Point> smooth = smooth().points();
    if (smooth.isEmpty()) {
      return curve.name() + ": no loss yet";
    }
    LossCurve.Point last = smooth.get(smooth.size() - 1);
    return String.format(
        Locale.ROOT,
        "%s: training loss over %d steps, %.4g at the end",
        curve.name(),
        last.step(),
        last.loss());
  }

  @Override
  public boolean isEmpty() {
    return curve.points().isEmpty();
  }

  @Override
  public void draw(Canvas canvas) {
    List<LossCurve.Point> finite =
        curve.points().stream().filter(point -> Double.isFinite(point.loss())).toList();
    List<Double> losses = finite.stream().map(LossCurve.Point::loss).toList();
    List<Double> steps = finite.stream().map(point -> (double) point.step()).toList();
    Axis.Scale scale = Axis.scaleFor(losses, LOGARITHMIC_FROM);
    String label = scale == Axis.Scale.LINEAR ? "loss" : "loss (logarithmic)";
    Axis across =
        new Axis("step", 0, Axis.around("", steps, Axis.Scale.LINEAR).high(), Axis.Scale.LINEAR);
    Plot plot = Plot.of(across, Axis.around(label, losses, scale));
    plot.drawFrame(canvas);
    canvas.line(thinned(finite, plot), 1, Ink.DATA);
    canvas.line(thinned(smooth().points(), plot), 2, Ink.ACCENT);
    canvas.text(
        "faint: each step, strong: moving average", plot.right(), 16, Canvas.Anchor.END, Ink.MUTED);
  }

  private LossCurve smooth() {
    return curve.smoothed(curve.points().size() * AVERAGED_SHARE);
  }

  /** At most two points per column of the chart, its lowest and its highest, in order. */
  private static List<Point2D> thinned(List<LossCurve.Point> points, Plot plot) {
    int chunk = Math.max(1, (points.size() + COLUMNS - 1) / COLUMNS);
    List<Point2D> line = new ArrayList<>();
    for (int start = 0; start < points.size(); start += chunk) {
      List<LossCurve.Point> column = points.subList(start, Math.min(points.size(), start + chunk));
      LossCurve.Point low = column.get(0);
      LossCurve.Point high = column.get(0);
      for (LossCurve.Point point : column) {
        low = point.loss() < low.loss() ? point : low;
        high = point.loss() > high.loss() ? point : high;
      }
      boolean rising = low.step() <= high.step();
      line.add(place(plot, rising ? low : high));
      line.add(place(plot, rising ? high : low));
    }
    return line;
  }

  private static Point2D place(Plot plot, LossCurve.Point point) {
    return plot.at((double) point.step(), point.loss());
  }
}
