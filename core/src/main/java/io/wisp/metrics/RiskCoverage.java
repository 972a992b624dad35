package io.wisp.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean score as the least confident cases are removed: that of the k most confident ones, for
 * every k (the risk–coverage curve of El-Yaniv and Wiener 2010, with the score in place of the
 * risk). The curve averages over all orders of equally confident cases.
 *
 * @param kept the mean score of the k + 1 most confident cases, at index k; empty without cases
 */
public record RiskCoverage(double[] kept) {

  /**
   * The curve of some cases.
   *
   * @param scores higher is better
   */
  public static RiskCoverage of(List<Double> confidence, List<Double> scores) {
    int[] order =
        IntStream.range(0, scores.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> confidence.get(i)).reversed())
            .mapToInt(i -> i)
            .toArray();
    double[] kept = new double[order.length];
    double sum = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      double tied = 0;
      while (to < order.length && confidence.get(order[to]).equals(confidence.get(order[from]))) {
        tied += scores.get(order[to++]);
      }
      for (int k = from; k < to; k++) {
        kept[k] = (sum + tied * (k + 1 - from) / (to - from)) / (k + 1);
      }
      sum += tied;
      from = to;
    }
    return new RiskCoverage(kept);
  }

  /** With the scores themselves as confidence: the best possible. */
  public static RiskCoverage best(List<Double> scores) {
    return of(scores, scores);
  }

  /**
   * The mean score when this share is kept, rounded up to whole cases.
   *
   * @param coverage above 0, at most 1
   * @return NaN without a case
   */
  public double at(double coverage) {
    return kept.length == 0 ? Double.NaN : kept[(int) Math.ceil(coverage * kept.length) - 1];
  }

  /**
   * The area under the curve, its mean over all k. An uninformative confidence has the mean score
   * of all cases.
   */
  public double area() {
    return Arrays.stream(kept).average().orElse(Double.NaN);
  }
}
