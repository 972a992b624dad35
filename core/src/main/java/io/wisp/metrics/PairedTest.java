package io.wisp.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Wilcoxon's signed-rank test, two-sided, on the differences of pairs, such as the Dice of two
 * methods on the same slices. Slices of one patient are correlated, so p is too small rather than
 * too large; {@link Bootstrap}, which draws patients, avoids this.
 */
public final class PairedTest {
  private PairedTest() {}

  /**
   * The Dice of the first minus that of the second, on the slices that both have.
   *
   * @param ones by the slices' names
   */
  public static double[] differences(Map<String, Double> ones, Map<String, Double> others) {
    return ones.entrySet().stream()
        .filter(entry -> others.containsKey(entry.getKey()))
        .mapToDouble(entry -> entry.getValue() - others.get(entry.getKey()))
        .toArray();
  }

  /** 1 where no two values differ. */
  public static double p(double[] differences) {
    double[] unequal = Arrays.stream(differences).filter(d -> d != 0).toArray();
    return unequal.length == 0
        ? 1
        : WilcoxonSignedRankTest.withDefaults().test(unequal).getPValue();
  }

  /** Holm's step-down correction (1979), in the order given. */
  public static double[] holm(double[] p) {
    int[] rising =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] corrected = new double[p.length];
    double highest = 0;
    for (int rank = 0; rank < p.length; rank++) {
      highest = Math.max(highest, Math.min(1, (p.length - rank) * p[rising[rank]]));
      corrected[rising[rank]] = highest;
    }
    return corrected;
  }
}
