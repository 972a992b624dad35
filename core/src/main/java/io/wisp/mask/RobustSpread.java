package io.wisp.mask;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * The median of values, and how far they spread around it, little moved by outliers.
 *
 * @param median of the values
 * @param deviation 1.4826 times the median distance from the median: the standard deviation, if the
 *     values are normal
 */
public record RobustSpread(double median, double deviation) {
  private static final double OF_NORMAL_VALUES = 1.4826;

  /**
   * The spread of the values inside a region.
   *
   * @param inside as long as the values
   * @return NaN if none is inside
   */
  public static RobustSpread of(float[] values, boolean[] inside) {
    double[] chosen =
        IntStream.range(0, values.length)
            .filter(i -> inside[i])
            .mapToDouble(i -> values[i])
            .toArray();
    double median = median(chosen);
    double distance = median(Arrays.stream(chosen).map(v -> Math.abs(v - median)).toArray());
    return new RobustSpread(median, OF_NORMAL_VALUES * distance);
  }

  private static double median(double[] values) {
    return new Median().evaluate(values);
  }

  /** The value some standard deviations above the median. */
  public double above(double deviations) {
    return median + deviations * deviation;
  }
}
