package io.wisp.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Wilcoxon's signed-rank test, two-sided, on the differences of pairs, such as the Dice of two
 * methods. Pairs must be independent, which slices of one patient are not: {@link PatientScores}
 * gives it one difference a patient.
 */
public final class PairedTest {
  private PairedTest() {}

  /** 1 where no difference is other than 0. */
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
