package io.wisp.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;

/**
 * A grid in colours, with overlays. Each method gives a new picture; overlays are grids of the
 * first grid's shape, whatever the scale.
 *
 * <pre>{@code
 * Picture.of(slice, ColorMap.GREY, Range.IMAGE)
 *     .scaled(4, Picture.Scaling.NEAREST)
 *     .outlined(truth, Palette.TRUTH, Picture.Side.OUTSIDE)
 *     .outlined(mask, Palette.PREDICTION, Picture.Side.INSIDE);
 * }</pre>
 */
public final class Picture {
  /** Interpolation of an enlarged picture. */
  public enum Scaling {
    /** Squares, every sample visible. */
    NEAREST,
    /** A smooth surface. */
    BICUBIC
  }

  /** Where an outline runs. Two masks that agree stay visible on different sides. */
  public enum Side {
    INSIDE,
    OUTSIDE
  }

  private final BufferedImage image;
  private final int scale;

  private Picture(BufferedImage image, int scale) {
    this.image = image;
    this.scale = scale;
  }

  /** One pixel per value. */
  public static Picture of(Grid grid, ColorMap colors, Range range) {
    BufferedImage image =
        new BufferedImage(grid.columns(), grid.rows(), BufferedImage.TYPE_INT_RGB);
    Picture blank = new Picture(image, 1);
    return blank.painted((row, column) -> colors.rgb(range.fraction(grid.at(row, column))));
  }

  /**
   * The picture made larger.
   *
   * @param factor output pixels per pixel, at least 1
   */
  public Picture scaled(int factor, Scaling scaling) {
    int width = width() * factor;
    int height = height() * factor;
    BufferedImage larger = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = larger.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        scaling == Scaling.NEAREST
            ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
            : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return new Picture(larger, scale * factor);
  }

  /** The inside of a mask tinted. */
  public Picture filled(Grid mask, int rgb, double opacity) {
    check(mask);
    return painted(
        (y, x) ->
            mask.inside(y / scale, x / scale)
                ? ColorMap.mix(pixel(x, y), rgb, opacity)
                : pixel(x, y));
  }

  /** The border of a mask drawn along its pixels' edges, about half a sample thick. */
  public Picture outlined(Grid mask, int rgb, Side side) {
    check(mask);
    int thickness = Math.max(1, Math.round(scale / 2f));
    boolean inside = side == Side.INSIDE;
    return painted(
        (y, x) -> {
          boolean here = mask.inside(y / scale, x / scale) == inside;
          return here && touches(mask, !inside, x, y, thickness) ? rgb : pixel(x, y);
        });
  }

  public int width() {
    return image.getWidth();
  }

  public int height() {
    return image.getHeight();
  }

  /** The colour of a pixel, 0xRRGGBB. */
  public int pixel(int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  /** A copy for drawing on or writing to a file. */
  public BufferedImage image() {
    BufferedImage copy = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
    image.copyData(copy.getRaster());
    return copy;
  }

  /** Sample by sample: pixel by pixel it takes seconds where samples are large. */
  private boolean touches(Grid mask, boolean inside, int x, int y, int reach) {
    int lastRow = Math.floorDiv(y + reach, scale);
    int lastColumn = Math.floorDiv(x + reach, scale);
    for (int row = Math.floorDiv(y - reach, scale); row <= lastRow; row++) {
      for (int column = Math.floorDiv(x - reach, scale); column <= lastColumn; column++) {
        if (mask.inside(row, column) == inside) {
          return true;
        }
      }
    }
    return false;
  }

  private Picture painted(IntBinaryOperator colorOfRowAndColumn) {
    BufferedImage painted = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        painted.setRGB(x, y, colorOfRowAndColumn.applyAsInt(y, x));
      }
    }
    return new Picture(painted, scale);
  }

  private void check(Grid grid) {
    if (grid.rows() * scale != height() || grid.columns() * scale != width()) {
      throw new IllegalArgumentException(
          "an overlay of %sx%s does not fit a picture of %sx%s samples"
              .formatted(grid.rows(), grid.columns(), height() / scale, width() / scale));
    }
  }
}
