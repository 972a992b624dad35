package io.wisp.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Values of several groups side by side: every value a dot, a box from the lower to the upper
 * quartile, the median as a strong line, and a thin line from the least to the greatest.
 *
 * @param label what the values are; they lie in [0, 1]
 * @param groups from top to bottom, at least one
 */
public record BoxChart(String label, List<Group> groups) implements Chart {
  private static final double NAME_WIDTH = 116;
  private static final int MOST_DOTS = 300;

  /** Values of one method or setting; non-finite ones are left out. */
  public record Group(String name, List<Double> values) {
    public Group {
      values = values.stream().filter(Double::isFinite).toList();
    }
  }

  public BoxChart {
    groups = groups.stream().filter(group -> !group.values().isEmpty()).toList();
  }

  @Override
  public String description() {
    return groups.stream()
        .map(one -> one.name() + " median " + Format.number(Quantiles.of(one.values()).median(), 2))
        .collect(Collectors.joining(", ", label + " of groups: ", ""));
  }

  @Override
  public boolean isEmpty() {
    return groups.isEmpty();
  }

  @Override
  public void draw(Canvas canvas) {
    Axis across = new Axis(label, 0, 1, Axis.Scale.LINEAR);
    Axis down = new Axis("", groups.size(), 0, Axis.Scale.LINEAR);
    Plot plot = new Plot(across, down, NAME_WIDTH, WIDTH, HEIGHT);
    for (double tick : across.ticks()) {
      canvas.line(plot.xOf(tick), plot.top(), plot.xOf(tick), plot.bottom(), Ink.GRID);
    }
    plot.drawBase(canvas, across.ticks());
    for (int i = 0; i < groups.size(); i++) {
      drawGroup(canvas, plot, groups.get(i), plot.yOf(i + 0.5));
    }
  }

  private void drawGroup(Canvas canvas, Plot plot, Group group, double y) {
    double half = Math.min(16, (plot.bottom() - plot.top()) / groups.size() * 0.32);
    Quantiles five = Quantiles.of(group.values());
    String name = Typeface.regular().fitted(group.name(), 12, NAME_WIDTH - 14);
    canvas.text(name, NAME_WIDTH - 10, y + 4, Canvas.Anchor.END, Ink.TEXT);
    canvas.line(plot.xOf(five.low()), y, plot.xOf(five.high()), y, Ink.AXIS);
    double start = plot.xOf(five.lower());
    canvas.box(start, y - half, plot.xOf(five.upper()) - start, 2 * half, Ink.DATA);
    int stride = (group.values().size() + MOST_DOTS - 1) / MOST_DOTS;
    for (int i = 0; i < group.values().size(); i += stride) {
      double spread = ((i / stride * 7) % 11 - 5) / 5.0 * half * 0.8;
      canvas.dot(plot.xOf(group.values().get(i)), y + spread, 1.8, Ink.DATA);
    }
    double median = plot.xOf(five.median());
    canvas.box(median - 1.25, y - half, 2.5, 2 * half, Ink.ACCENT);
  }
}
