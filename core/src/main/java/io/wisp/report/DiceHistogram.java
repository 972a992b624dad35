package io.wisp.report;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Histogram of the slices' Dice, in twenty bins, with the mean and the median marked.
 *
 * @param dice values in [0, 1]; non-finite ones are left out
 */
public record DiceHistogram(List<Double> dice) implements Chart {
  private static final int BINS = 20;

  public DiceHistogram {
    dice = dice.stream().filter(Double::isFinite).toList();
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "Histogram of Dice over %d slices: mean %.2f, median %.2f",
        dice.size(),
        mean(),
        median());
  }

  @Override
  public boolean isEmpty() {
    return dice.isEmpty();
  }

  @Override
  public void draw(Canvas canvas) {
    int[] counts = counts();
    double most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    Plot plot =
        Plot.of(
            new Axis("Dice", 0, 1, Axis.Scale.LINEAR),
            Axis.around("slices", List.of(0.0, Math.max(5, most)), Axis.Scale.LINEAR));
    plot.drawFrame(canvas);
    for (int bin = 0; bin < BINS; bin++) {
      double x = plot.xOf((double) bin / BINS);
      double width = plot.xOf((bin + 1.0) / BINS) - x;
      double y = plot.yOf(counts[bin]);
      canvas.box(x + 1, y, width - 2, plot.bottom() - y, Ink.BODY);
    }
    mark(canvas, plot, mean(), Ink.ACCENT);
    mark(canvas, plot, median(), Ink.TEXT);
    String legend = "mean " + Format.number(mean(), 2);
    String second = "median " + Format.number(median(), 2);
    canvas.text(second, plot.right(), 16, Canvas.Anchor.END, Ink.TEXT);
    canvas.text(legend, plot.right() - 90, 16, Canvas.Anchor.END, Ink.ACCENT);
  }

  private void mark(Canvas canvas, Plot plot, double value, Ink ink) {
    double x = plot.xOf(value);
    canvas.line(x, plot.top() - 6, x, plot.bottom(), ink);
  }

  int[] counts() {
    int[] counts = new int[BINS];
    for (double value : dice) {
      counts[Math.min(BINS - 1, Math.max(0, (int) (value * BINS)))]++;
    }
    return counts;
  }

  private double mean() {
    return StatUtils.mean(values());
  }

  private double median() {
    return StatUtils.percentile(values(), 50);
  }

  private double[] values() {
    return dice.stream().mapToDouble(value -> value).toArray();
  }
}
