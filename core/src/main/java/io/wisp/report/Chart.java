package io.wisp.report;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A chart, drawn the same way as SVG for a page and as a picture for a file. */
public sealed interface Chart
    permits LossChart,
        DiceHistogram,
        SizeChart,
        BoxChart,
        CurveChart,
        ReliabilityChart,
        EstimateChart {
  /** Width of every chart, before scaling. */
  int WIDTH = 460;

  /** Height of every chart, before scaling. */
  int HEIGHT = 280;

  /** What the chart shows, for those who cannot see it. */
  String description();

  /** Whether there is nothing to draw. */
  boolean isEmpty();

  /** Draws the chart on a canvas of {@link #WIDTH} by {@link #HEIGHT}. */
  void draw(Canvas canvas);

  /** The chart as an SVG element for a page with the report's style. */
  default String svg() {
    SvgCanvas canvas = new SvgCanvas(WIDTH, HEIGHT, description());
    draw(canvas);
    return canvas.finish();
  }

  /** The chart as a picture, {@code scale} pixels per unit. */
  default BufferedImage picture(double scale) {
    try (ImageCanvas canvas = new ImageCanvas(WIDTH, HEIGHT, scale)) {
      draw(canvas);
      return canvas.image();
    }
  }

  /** Writes the chart as an SVG file that carries its own style, whole or not at all. */
  default void writeSvg(Path file) {
    String own =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" "
            .formatted(WIDTH, HEIGHT);
    String text = svg().replaceFirst("<svg ", own).replaceFirst(">", ">" + Ink.styleSheet());
    Output.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes {@code NAME.png} and {@code NAME.svg} beside a result, see {@link Illustration}. */
  default void illustrate(Path folder, String name) {
    Illustration.write(folder.resolve(name + ".png"), this::write);
    Illustration.write(folder.resolve(name + ".svg"), this::writeSvg);
  }

  /** Writes the chart as a PNG file, whole or not at all. */
  default void write(Path file) {
    Png.write(picture(2), file);
  }
}
