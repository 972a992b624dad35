package io.wisp.metrics;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** Spearman's rank correlation. */
public final class RankCorrelation {
  private static final int FEWEST = 3;

  private RankCorrelation() {}

  /**
   * Over the pairs whose two values are finite; NaN where there are fewer than three, or where one
   * side has a single value.
   */
  public static double of(List<Double> first, List<Double> second) {
    int[] known =
        IntStream.range(0, first.size())
            .filter(i -> Double.isFinite(first.get(i)) && Double.isFinite(second.get(i)))
            .toArray();
    if (known.length < FEWEST) {
      return Double.NaN;
    }
    double[] x = IntStream.of(known).mapToDouble(first::get).toArray();
    double[] y = IntStream.of(known).mapToDouble(second::get).toArray();
    return new SpearmansCorrelation().correlation(x, y);
  }
}
