package io.wisp.report;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.Locale;
import org.unbescape.html.HtmlEscape;

/** Draws SVG for a page: the page's style gives the colours, the browser draws the text. */
final class SvgCanvas implements Canvas {
  private final StringBuilder svg = new StringBuilder();

  SvgCanvas(double width, double height, String description) {
    append(
        "<svg class=\"chart\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">",
        number(width), number(height), escape(description));
  }

  @Override
  public void line(List<Point2D> points, double width, Ink ink) {
    StringBuilder path = new StringBuilder();
    for (Point2D point : points) {
      path.append(path.isEmpty() ? "" : " ");
      path.append(number(point.getX())).append(',').append(number(point.getY()));
    }
    append(
        "<polyline class=\"line %s\" stroke-width=\"%s\" points=\"%s\"/>",
        ink.style(), number(width), path);
  }

  @Override
  public void box(double x, double y, double width, double height, Ink ink) {
    append(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
        ink.style(), number(x), number(y), number(width), number(height));
  }

  @Override
  public void dot(double x, double y, double radius, Ink ink) {
    append(
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>",
        ink.style(), number(x), number(y), number(radius));
  }

  @Override
  public void text(String text, double x, double baseline, Anchor anchor, Ink ink) {
    append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>",
        ink.style(),
        number(x),
        number(baseline),
        anchor.name().toLowerCase(Locale.ROOT),
        escape(text));
  }

  /** The whole element. */
  String finish() {
    return svg + "</svg>";
  }

  private void append(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private static String escape(String text) {
    return HtmlEscape.escapeHtml4Xml(text);
  }

  private static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
