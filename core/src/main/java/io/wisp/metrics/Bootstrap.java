package io.wisp.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Percentile bootstrap of a mean (Efron 1979). Whole patients are drawn, with replacement, since
 * slices of one patient are correlated: drawn one by one they would make the interval too narrow.
 *
 * @param draws number of samples
 * @param level of confidence, such as 0.95
 * @param seed of the draws
 */
public record Bootstrap(int draws, double level, long seed) {
  /** 95 %, from 2000 draws. */
  public static final Bootstrap USUAL = new Bootstrap(2000, 0.95, 1);

  /**
   * The interval of the mean over all values.
   *
   * @param patients the values of each patient
   */
  public Interval ofMean(Collection<double[]> patients) {
    List<double[]> all = new ArrayList<>(patients);
    if (all.isEmpty()) {
      return Interval.NONE;
    }
    double[] sums = all.stream().mapToDouble(values -> Arrays.stream(values).sum()).toArray();
    RandomGenerator random = new Well19937c(seed);
    double[] means = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      int count = 0;
      for (int i = 0; i < sums.length; i++) {
        int chosen = random.nextInt(sums.length);
        sum += sums[chosen];
        count += all.get(chosen).length;
      }
      means[draw] = sum / count;
    }
    Percentile percentile = new Percentile();
    percentile.setData(means);
    double tail = 100 * (1 - level) / 2;
    return new Interval(percentile.evaluate(tail), percentile.evaluate(100 - tail));
  }
}
