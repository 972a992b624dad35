package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticTest {
  @Test
  void findsTheCoefficientsThatMadeTheLabels() {
    Random random = new Random(3);
    double[] x = new double[20_000];
    boolean[] positive = new boolean[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = 5 + 2 * random.nextGaussian();
      positive[i] = random.nextDouble() < new Logistic(-4, 0.7).probability(x[i]);
    }
    Logistic fitted = Logistic.fit(x, positive);
    assertThat(fitted.slope()).isCloseTo(0.7, within(0.05));
    assertThat(fitted.intercept()).isCloseTo(-4, within(0.25));
  }

  @Test
  void valuesThatTellTheClassesApartHaveAFiniteSlope() {
    Logistic fitted =
        Logistic.fit(new double[] {1, 2, 8, 9}, new boolean[] {false, false, true, true});
    assertThat(fitted.slope()).isFinite().isPositive();
    assertThat(fitted.probability(9)).isGreaterThan(0.95);
    assertThat(fitted.probability(5)).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void valuesThatAreAllAlikeGiveTheShareOfPositives() {
    Logistic fitted =
        Logistic.fit(new double[] {2, 2, 2, 2}, new boolean[] {true, false, true, true});
    assertThat(fitted.probability(2)).isCloseTo(0.75, within(0.01));
  }

  @Test
  void positivesAloneAreMostLikelyPositive() {
    Logistic fitted = Logistic.fit(new double[] {1, 2, 3}, new boolean[] {true, true, true});
    assertThat(fitted.probability(2)).isBetween(0.9, 1.0);
  }

  @Test
  void fewValuesThatSeparateDoNotGiveCertainty() {
    double[] x = {1, 2, 8, 9};
    boolean[] positive = {false, false, true, true};
    double softened = Logistic.platt(x, positive).probability(9);
    assertThat(softened).isBetween(0.6, Logistic.fit(x, positive).probability(9));
  }
}
