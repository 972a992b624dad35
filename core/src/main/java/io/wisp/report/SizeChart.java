package io.wisp.report;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Dice against the size of the true object, a dot per slice, with the median of groups of similar
 * size.
 *
 * @param sizeUnit unit of the size
 * @param slices slices; those without a finite Dice or without an object are left out
 */
public record SizeChart(String sizeUnit, List<ScoredSlice> slices) implements Chart {
  private static final int MOST_DOTS = 2000;
  private static final int GROUPS = 6;
  private static final int LEAST_PER_GROUP = 5;
  private static final double LOGARITHMIC_FROM = 20;

  public SizeChart {
    slices =
        slices.stream()
            .filter(slice -> Double.isFinite(slice.dice()) && slice.objectSize() > 0)
            .sorted(Comparator.comparingDouble(ScoredSlice::objectSize))
            .toList();
  }

  @Override
  public String description() {
    return "Dice of %s slices against the size of their true object".formatted(slices.size());
  }

  @Override
  public boolean isEmpty() {
    return slices.isEmpty();
  }

  @Override
  public void draw(Canvas canvas) {
    List<Double> sizes = slices.stream().map(ScoredSlice::objectSize).toList();
    Axis across =
        Axis.around(
            "size of the true object (" + sizeUnit + ")",
            sizes,
            Axis.scaleFor(sizes, LOGARITHMIC_FROM));
    Plot plot = Plot.of(across, new Axis("Dice", 0, 1, Axis.Scale.LINEAR));
    plot.drawFrame(canvas);
    int stride = (slices.size() + MOST_DOTS - 1) / MOST_DOTS;
    for (int i = 0; i < slices.size(); i += stride) {
      ScoredSlice slice = slices.get(i);
      canvas.dot(plot.xOf(slice.objectSize()), plot.yOf(slice.dice()), 3, Ink.DATA);
    }
    List<Point2D> medians = medians(plot);
    if (medians.size() > 1) {
      canvas.line(medians, 2, Ink.ACCENT);
      canvas.text("median of similar sizes", plot.right(), 16, Canvas.Anchor.END, Ink.ACCENT);
    }
  }

  private List<Point2D> medians(Plot plot) {
    int groups = Math.min(GROUPS, slices.size() / LEAST_PER_GROUP);
    List<Point2D> medians = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      List<ScoredSlice> like =
          slices.subList(group * slices.size() / groups, (group + 1) * slices.size() / groups);
      double size = Quantiles.of(like.stream().map(ScoredSlice::objectSize).toList()).median();
      double dice = Quantiles.of(like.stream().map(ScoredSlice::dice).toList()).median();
      medians.add(plot.at(size, dice));
    }
    return medians;
  }
}
