package io.wisp.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws a picture on white, with text from the bundled font. Used by one thread, which closes it;
 * the image stays.
 */
final class ImageCanvas implements Canvas, AutoCloseable {
  private static final double TEXT_SIZE = 12;

  private final BufferedImage image;
  private final Graphics2D graphics;

  ImageCanvas(int width, int height, double scale) {
    image =
        new BufferedImage(
            (int) Math.ceil(width * scale),
            (int) Math.ceil(height * scale),
            BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(scale, scale);
  }

  @Override
  public void line(List<Point2D> points, double width, Ink ink) {
    Path2D path = new Path2D.Double();
    for (Point2D point : points) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(point.getX(), point.getY());
      } else {
        path.lineTo(point.getX(), point.getY());
      }
    }
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setColor(new Color(ink.argb(), true));
    graphics.draw(path);
  }

  @Override
  public void box(double x, double y, double width, double height, Ink ink) {
    fill(new Rectangle2D.Double(x, y, width, height), ink);
  }

  @Override
  public void dot(double x, double y, double radius, Ink ink) {
    fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), ink);
  }

  @Override
  public void text(String text, double x, double baseline, Anchor anchor, Ink ink) {
    Typeface face = Typeface.regular();
    double share =
        switch (anchor) {
          case START -> 0;
          case MIDDLE -> 0.5;
          case END -> 1;
        };
    double start = x - share * face.width(text, TEXT_SIZE);
    fill(face.outline(text, start, baseline, TEXT_SIZE), ink);
  }

  BufferedImage image() {
    return image;
  }

  @Override
  public void close() {
    graphics.dispose();
  }

  private void fill(Shape shape, Ink ink) {
    graphics.setColor(new Color(ink.argb(), true));
    graphics.fill(shape);
  }
}
