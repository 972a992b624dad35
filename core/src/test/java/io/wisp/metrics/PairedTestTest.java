package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class PairedTestTest {
  /** scipy.stats.wilcoxon(d).pvalue, exact. */
  @Example
  void fewDifferencesAreTestedExactly() {
    double[] differences = {0.1, 0.02, -0.03, 0.2, 0.05, -0.01, 0.3, 0.04};
    assertThat(PairedTest.p(differences)).isEqualTo(0.0546875, within(1e-12));
  }

  /** scipy.stats.wilcoxon(d, correction=True, method="approx").pvalue without the zero. */
  @Example
  void manyWithTiesAreTestedByTheNormalApproximation() {
    double[] differences = new double[80];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = (i * 37 % 101 - 40) / 100.0;
    }
    assertThat(PairedTest.p(differences)).isEqualTo(0.005844114716713923, within(1e-9));
  }

  @Example
  void whereNothingDiffersNothingIsShown() {
    assertThat(PairedTest.p(new double[5])).isEqualTo(1);
  }

  /** By hand: 0.01·4, 0.02·3, 0.03·2, then 0.04·1 raised to the one before. */
  @Example
  void holmStepsDown() {
    assertThat(PairedTest.holm(new double[] {0.04, 0.01, 0.03, 0.02}))
        .containsExactly(new double[] {0.06, 0.04, 0.06, 0.06}, within(1e-12));
  }

  @Property(tries = 200)
  void aCorrectedValueIsNeverBelowItsOwnAndNeverAboveOne(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] p = values.stream().mapToDouble(v -> v).toArray();
    double[] corrected = PairedTest.holm(p);
    for (int i = 0; i < p.length; i++) {
      assertThat(corrected[i]).isBetween(p[i], 1.0);
    }
  }
}
