package io.wisp.report;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The pictures of a page: slices enlarged to look crisp, with captions and alt texts. */
final class Figures {
  /** A picture in a page. */
  record Figure(String caption, String alt, String uri, int width, int height) {
    static Figure of(String caption, String alt, BufferedImage image) {
      return new Figure(caption, alt, Png.dataUri(image), image.getWidth(), image.getHeight());
    }
  }

  /** A row of pictures of one slice. */
  record Example(String kind, String name, String dice, List<Figure> figures) {}

  /** The pictures of one class. */
  record ClassRow(String label, List<Figure> figures) {}

  private static final int EXAMPLE_PIXELS = 320;
  private static final int SAMPLE_PIXELS = 192;

  private Figures() {}

  static Example example(ExampleRow row) {
    List<Figure> figures = new ArrayList<>();
    String name = row.name();
    Picture image = enlarged(row.image(), ColorMap.GREY, Range.IMAGE, EXAMPLE_PIXELS);
    figures.add(Figure.of("image", name + ": image", image.image()));
    row.truth()
        .map(truth -> maskPicture(truth, Palette.TRUTH))
        .ifPresent(truth -> figures.add(Figure.of("truth", name + ": true mask", truth.image())));
    figures.add(map(row));
    Picture mask = maskPicture(row.mask(), Palette.PREDICTION);
    figures.add(Figure.of("mask", name + ": predicted mask", mask.image()));
    figures.add(overlay(row, image));
    return new Example(
        row.kind().name().toLowerCase(Locale.ROOT), name, Format.number(row.dice(), 3), figures);
  }

  static Figure picture(Section.Picture picture) {
    return Figure.of(picture.caption(), picture.caption(), picture.image());
  }

  static ClassRow samples(ClassSamples samples) {
    List<Figure> figures = new ArrayList<>();
    for (Grid grid : samples.images()) {
      String alt = "sample %s of class %s".formatted(figures.size() + 1, samples.label());
      Picture picture = enlarged(grid, ColorMap.GREY, Range.IMAGE, SAMPLE_PIXELS);
      figures.add(Figure.of("", alt, picture.image()));
    }
    return new ClassRow(samples.label(), figures);
  }

  private static Figure map(ExampleRow row) {
    Range range = row.map().range();
    Picture map =
        range.isSigned()
            ? enlarged(row.map(), ColorMap.DIVERGING, range.symmetric(), EXAMPLE_PIXELS)
            : enlarged(row.map(), ColorMap.INFERNO, range.positive(), EXAMPLE_PIXELS);
    String span = Format.number(range.low(), 2) + " to " + Format.number(range.high(), 2);
    String alt = row.name() + ": activation map, " + span;
    return Figure.of("activation map, " + span, alt, map.image());
  }

  private static Figure overlay(ExampleRow row, Picture image) {
    Picture overlay = image;
    if (row.truth().isPresent()) {
      overlay = overlay.outlined(row.truth().get(), Palette.TRUTH, Picture.Side.OUTSIDE);
    }
    overlay = overlay.outlined(row.mask(), Palette.PREDICTION, Picture.Side.INSIDE);
    return Figure.of(
        "overlay", row.name() + ": outlines of the masks on the image", overlay.image());
  }

  private static Picture maskPicture(Grid mask, int rgb) {
    Picture black = enlarged(mask, ColorMap.GREY, new Range(2, 3), EXAMPLE_PIXELS);
    return black.filled(mask, rgb, 1);
  }

  private static Picture enlarged(Grid grid, ColorMap colors, Range range, int pixels) {
    int factor = Math.max(1, Math.round((float) pixels / Math.max(grid.rows(), grid.columns())));
    return Picture.of(grid, colors, range).scaled(factor, Picture.Scaling.NEAREST);
  }
}
