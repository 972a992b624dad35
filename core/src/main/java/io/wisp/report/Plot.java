package io.wisp.report;

import java.awt.geom.Point2D;
import java.util.List;

/** The frame of a chart: axes, their lines and texts, and where a value is on the canvas. */
record Plot(Axis x, Axis y, double left, double width, double height) {
  private static final double RIGHT = 20;
  private static final double TOP = 34;
  private static final double BOTTOM = 46;

  static Plot of(Axis x, Axis y) {
    return new Plot(x, y, 48, Chart.WIDTH, Chart.HEIGHT);
  }

  double xOf(double value) {
    return left + x.fraction(value) * (right() - left);
  }

  double yOf(double value) {
    return height - BOTTOM - y.fraction(value) * (height - TOP - BOTTOM);
  }

  Point2D at(double xValue, double yValue) {
    return new Point2D.Double(xOf(xValue), yOf(yValue));
  }

  double right() {
    return width - RIGHT;
  }

  double top() {
    return TOP;
  }

  double bottom() {
    return height - BOTTOM;
  }

  /** Lines at the y ticks, numbers at both axes, and the axes' labels. */
  void drawFrame(Canvas canvas) {
    for (double tick : y.ticks()) {
      canvas.line(left, yOf(tick), right(), yOf(tick), Ink.GRID);
      canvas.text(Axis.format(tick), left - 7, yOf(tick) + 4, Canvas.Anchor.END, Ink.MUTED);
    }
    drawBase(canvas, x.ticks());
    canvas.text(y.label(), 4, 16, Canvas.Anchor.START, Ink.TEXT);
  }

  /** The x axis with its numbers and label. */
  void drawBase(Canvas canvas, List<Double> ticks) {
    canvas.line(left, bottom(), right(), bottom(), Ink.AXIS);
    for (double tick : ticks) {
      canvas.line(xOf(tick), bottom(), xOf(tick), bottom() + 4, Ink.AXIS);
      canvas.text(Axis.format(tick), xOf(tick), bottom() + 18, Canvas.Anchor.MIDDLE, Ink.MUTED);
    }
    canvas.text(x.label(), right(), height - 8, Canvas.Anchor.END, Ink.TEXT);
  }
}
