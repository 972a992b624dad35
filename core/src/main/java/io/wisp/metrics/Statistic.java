package io.wisp.metrics;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * A summary of many values of one measure.
 *
 * @param n values that were averaged
 * @param undefined values that were NaN: left out, or counted as 0, by the {@link EmptyConvention}
 * @param mean NaN if n is 0, like all that follow
 * @param std sample standard deviation (n − 1), NaN if n is 1
 */
public record Statistic(
    int n, int undefined, double mean, double std, double median, double min, double max) {

  /** Summarises values; NaN stands for undefined. */
  public static Statistic of(double[] values, EmptyConvention convention) {
    int undefined = (int) Arrays.stream(values).filter(Double::isNaN).count();
    DescriptiveStatistics statistics = new DescriptiveStatistics();
    for (double value : values) {
      if (!Double.isNaN(value)) {
        statistics.addValue(value);
      } else if (convention == EmptyConvention.COUNTED_AS_ZERO) {
        statistics.addValue(0);
      }
    }
    int n = (int) statistics.getN();
    return new Statistic(
        n,
        undefined,
        statistics.getMean(),
        n > 1 ? statistics.getStandardDeviation() : Double.NaN,
        statistics.getPercentile(50),
        statistics.getMin(),
        statistics.getMax());
  }
}
