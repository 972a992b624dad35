package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PresenceScoreTest {
  @Test
  void twoOfThreeFoundAndOneTakenWrongly() {
    double[] p = {0.9, 0.8, 0.2, 0.7, 0.1};
    boolean[] positive = {true, true, true, false, false};
    PresenceScore score = PresenceScore.of(p, positive, 0.5);
    assertThat(score.f1()).isEqualTo(2 * 2 / 6.0);
    assertThat(score.auroc()).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(score.expectedCalibrationError())
        .isCloseTo((0.1 + 0.2 + 0.8 + 0.7 + 0.1) / 5, within(1e-6));
  }

  @Test
  void probabilitiesThatHoldHaveNearlyNoError() {
    Random random = new Random(1);
    double[] p = random.doubles(20_000).toArray();
    boolean[] positive = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      positive[i] = random.nextDouble() < p[i];
    }
    assertThat(PresenceScore.of(p, positive, 0.5).expectedCalibrationError()).isLessThan(0.02);
  }

  @Test
  void theBestCutLiesMidwayBetweenTheKinds() {
    double[] p = {0.02, 0.1, 0.3, 0.4};
    boolean[] positive = {false, false, true, true};
    assertThat(PresenceScore.bestCut(p, positive)).isCloseTo(0.2, within(1e-12));
  }

  @Property
  void noOtherCutHasALargerF1(
      @ForAll @IntRange(min = 1, max = 40) int count,
      @ForAll long seed,
      @ForAll @DoubleRange(max = 0.99) double other) {
    Random random = new Random(seed);
    double[] p = new double[count];
    boolean[] positive = new boolean[count];
    for (int i = 0; i < count; i++) {
      p[i] = random.nextInt(10) / 10.0;
      positive[i] = i == 0 || random.nextBoolean();
    }
    double best = PresenceScore.of(p, positive, PresenceScore.bestCut(p, positive)).f1();
    assertThat(best).isGreaterThanOrEqualTo(PresenceScore.of(p, positive, other).f1());
  }
}
