package io.wisp.report;

import java.awt.geom.Point2D;
import java.util.List;

/** A drawing surface for charts, in pixels at scale 1, y downwards. */
interface Canvas {
  /** Which end of a text is at its x. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  void line(List<Point2D> points, double width, Ink ink);

  void box(double x, double y, double width, double height, Ink ink);

  void dot(double x, double y, double radius, Ink ink);

  void text(String text, double x, double baseline, Anchor anchor, Ink ink);

  default void line(double x1, double y1, double x2, double y2, Ink ink) {
    line(List.of(new Point2D.Double(x1, y1), new Point2D.Double(x2, y2)), 1, ink);
  }
}
