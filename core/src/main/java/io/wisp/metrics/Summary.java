package io.wisp.metrics;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The scores of many slices, or of many volumes, in one line of a table.
 *
 * @param n number scored
 * @param hd95 its {@code undefined} counts those with exactly one empty mask; likewise {@code hd}
 *     and {@code assd}
 * @param unit of the distances
 * @param convention how undefined distances were averaged
 */
public record Summary(
    int n,
    Statistic dice,
    Statistic iou,
    Statistic precision,
    Statistic recall,
    Statistic hd95,
    Statistic hd,
    Statistic assd,
    DistanceUnit unit,
    EmptyConvention convention) {

  /** Summarises, leaving undefined distances out. */
  public static Summary of(Collection<Score> scores) {
    return of(scores, EmptyConvention.LEFT_OUT);
  }

  /**
   * @param scores all in one unit, since millimetres and pixels cannot be averaged; no scores give
   *     n = 0 and NaN
   */
  public static Summary of(Collection<Score> scores, EmptyConvention convention) {
    Collector collector = new Collector(scores, convention);
    return new Summary(
        scores.size(),
        collector.statistic(Score::dice),
        collector.statistic(Score::iou),
        collector.statistic(Score::precision),
        collector.statistic(Score::recall),
        collector.statistic(Score::hd95),
        collector.statistic(Score::hd),
        collector.statistic(Score::assd),
        unit(scores),
        convention);
  }

  private record Collector(Collection<Score> scores, EmptyConvention convention) {
    Statistic statistic(ToDoubleFunction<Score> measure) {
      return Statistic.of(scores.stream().mapToDouble(measure).toArray(), convention);
    }
  }

  private static DistanceUnit unit(Collection<Score> scores) {
    List<DistanceUnit> units = scores.stream().map(Score::unit).distinct().toList();
    if (units.size() > 1) {
      throw new IllegalArgumentException(
          "some distances are in mm and some in pixels; score all with an unknown spacing (NaN)"
              + " to average them");
    }
    return units.isEmpty() ? DistanceUnit.PIXEL : units.get(0);
  }
}
