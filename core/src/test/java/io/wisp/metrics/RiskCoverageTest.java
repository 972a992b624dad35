package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RiskCoverageTest {
  @Test
  void theLeastConfidentAreSetAsideFirst() {
    RiskCoverage curve = RiskCoverage.of(List.of(0.1, 0.9, 0.5), List.of(0.3, 0.6, 0.9));
    assertThat(curve.kept()).containsExactly(new double[] {0.6, 0.75, 0.6}, within(1e-12));
    assertThat(curve.at(1)).isEqualTo(0.6, within(1e-12));
    assertThat(curve.at(0.5)).isEqualTo(0.75, within(1e-12));
    assertThat(curve.at(0.01)).isEqualTo(0.6, within(1e-12));
    assertThat(curve.area()).isEqualTo(0.65, within(1e-12));
  }

  @Test
  void theOrderOfEqualOnesDoesNotMatter() {
    List<Double> confidence = List.of(0.5, 0.5, 0.9, 0.5);
    assertThat(RiskCoverage.of(confidence, List.of(0.0, 0.3, 1.0, 0.6)).kept())
        .containsExactly(
            RiskCoverage.of(confidence, List.of(0.6, 0.0, 1.0, 0.3)).kept(), within(1e-12));
  }

  @Test
  void withoutCasesThereIsNoArea() {
    RiskCoverage none = RiskCoverage.of(List.of(), List.of());
    assertThat(none.area()).isNaN();
    assertThat(none.at(0.5)).isNaN();
  }

  @Property(tries = 100)
  void noConfidenceSurpassesTheScoresThemselves(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int n) {
    Random random = new Random(seed);
    List<Double> confidence = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      confidence.add(random.nextInt(4) / 4.0);
      scores.add(random.nextDouble());
    }
    double mean = scores.stream().mapToDouble(s -> s).average().orElseThrow();
    RiskCoverage curve = RiskCoverage.of(confidence, scores);
    assertThat(curve.area()).isLessThanOrEqualTo(RiskCoverage.best(scores).area() + 1e-12);
    assertThat(curve.at(1)).isCloseTo(mean, within(1e-12));
  }

  @Property(tries = 20)
  void aConfidenceThatTellsNothingHasTheMeanScore(@ForAll long seed) {
    Random random = new Random(seed);
    List<Double> scores = List.of(random.nextDouble(), random.nextDouble(), random.nextDouble());
    assertThat(RiskCoverage.of(List.of(0.3, 0.3, 0.3), scores).area())
        .isCloseTo(scores.stream().mapToDouble(s -> s).average().orElseThrow(), within(1e-12));
  }
}
