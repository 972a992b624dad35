package io.wisp.metrics;

import java.util.List;

/**
 * A mean of a measure and its standard deviation, over values or over repeats.
 *
 * @param mean NaN if there is no value
 * @param std sample standard deviation, NaN if there is only one value, or only one repeat
 * @param n values that were averaged, of all repeats
 * @param undefined values that were NaN, which are left out
 */
public record Mean(double mean, double std, int n, int undefined) {

  /** Over values. */
  public static Mean of(double[] values) {
    Statistic statistic = Statistic.of(values, EmptyConvention.LEFT_OUT);
    return new Mean(statistic.mean(), statistic.std(), statistic.n(), statistic.undefined());
  }

  /**
   * Over the values of each repeat, then over the repeats that have any.
   *
   * @param repeats the values of each repeat
   */
  public static Mean overRepeats(List<double[]> repeats) {
    List<Mean> each = repeats.stream().map(Mean::of).toList();
    Mean all = of(each.stream().mapToDouble(Mean::mean).toArray());
    return new Mean(
        all.mean,
        all.std,
        each.stream().mapToInt(Mean::n).sum(),
        each.stream().mapToInt(Mean::undefined).sum());
  }
}
