package io.wisp.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Means side by side: a dot per mean, with a line from one standard deviation below it to one
 * above.
 *
 * @param measure what the means are of
 * @param lines from top to bottom; those without a mean are left out
 */
public record EstimateChart(String measure, List<Line> lines) implements Chart {
  private static final double NAME_WIDTH = 190;

  /** A mean with its name. */
  public record Line(String name, Estimate value) {
    private double reach() {
      return Double.isFinite(value.std()) ? value.std() : 0;
    }

    private double low() {
      return value.mean() - reach();
    }

    private double high() {
      return value.mean() + reach();
    }
  }

  public EstimateChart {
    lines = lines.stream().filter(line -> Double.isFinite(line.value().mean())).toList();
  }

  @Override
  public String description() {
    return lines.stream()
        .map(EstimateChart::words)
        .collect(Collectors.joining(", ", measure + ": ", ""));
  }

  private static String words(Line line) {
    String mean = line.name() + " " + Format.number(line.value().mean(), 3);
    return (mean + " " + Format.spread(line.value(), 3)).strip();
  }

  @Override
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  @Override
  public void draw(Canvas canvas) {
    List<Double> ends = lines.stream().flatMap(line -> Stream.of(line.low(), line.high())).toList();
    Axis across = Axis.around(measure, ends, Axis.Scale.LINEAR);
    Axis down = new Axis("", Math.max(1, lines.size()), 0, Axis.Scale.LINEAR);
    Plot plot = new Plot(across, down, NAME_WIDTH, WIDTH, HEIGHT);
    for (double tick : across.ticks()) {
      canvas.line(plot.xOf(tick), plot.top(), plot.xOf(tick), plot.bottom(), Ink.GRID);
    }
    plot.drawBase(canvas, across.ticks());
    for (int i = 0; i < lines.size(); i++) {
      drawLine(canvas, plot, lines.get(i), plot.yOf(i + 0.5));
    }
  }

  private static void drawLine(Canvas canvas, Plot plot, Line line, double y) {
    String name = Typeface.regular().fitted(line.name(), 12, NAME_WIDTH - 14);
    canvas.text(name, NAME_WIDTH - 10, y + 4, Canvas.Anchor.END, Ink.TEXT);
    double low = plot.xOf(line.low());
    double high = plot.xOf(line.high());
    canvas.box(low, y - 1, high - low, 2, Ink.BODY);
    canvas.dot(plot.xOf(line.value().mean()), y, 4, Ink.ACCENT);
  }
}
