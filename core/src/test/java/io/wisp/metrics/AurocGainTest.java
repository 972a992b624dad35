package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AurocGainTest {
  /** Three groups, a pair each; the base loses the pairs of b and c, the other only that of c. */
  @Test
  void theErrorIsTheJackknifesOfTheDifferenceOverGroups() {
    AurocGain gain = AurocGain.of(cases(1, 1, -1), cases(1, -1, -1), 0);
    assertThat(gain.value()).isCloseTo(1.0 / 3, within(1e-12));
    // without a: 1/2 - 0, without b: 1/2 - 1/2, without c: 1 - 1/2
    double squares = 2 * Math.pow(0.5 - 1.0 / 3, 2) + Math.pow(0 - 1.0 / 3, 2);
    assertThat(gain.standardError()).isCloseTo(Math.sqrt(2.0 / 3 * squares), within(1e-12));
    assertThat(gain.exceedsItsError()).isFalse();
  }

  @Test
  void whatIsBetterInEveryGroupExceedsItsError() {
    AurocGain gain = AurocGain.of(cases(1, 1, 1), cases(-1, -1, -1), 0);
    assertThat(gain).isEqualTo(new AurocGain(1, 0));
    assertThat(gain.exceedsItsError()).isTrue();
  }

  @Test
  void aSingleGroupProvesNothing() {
    AurocGain gain = AurocGain.of(cases(1), cases(-1), 0);
    assertThat(gain.value()).isEqualTo(1);
    assertThat(gain.standardError()).isNaN();
    assertThat(gain.exceedsItsError()).isFalse();
  }

  @Test
  void otherCasesAreRefused() {
    assertThatThrownBy(() -> AurocGain.of(cases(1, 1), cases(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 50)
  void aScoreGainsNothingOnItself(@ForAll long seed) {
    List<PlacedScore> cases = random(seed, 0);
    AurocGain gain = AurocGain.of(cases, cases, 1);
    assertThat(gain.value()).isZero();
    assertThat(gain.standardError()).isZero();
    assertThat(gain.exceedsItsError()).isFalse();
  }

  @Property(tries = 50)
  void theGainIsTheDifferenceOfTheAreas(@ForAll long seed) {
    List<PlacedScore> one = random(seed, 1);
    List<PlacedScore> base = random(seed, 2);
    assertThat(AurocGain.of(one, base, 0.3).value())
        .isCloseTo(
            MatchedAuroc.of(one, 0.3).value() - MatchedAuroc.of(base, 0.3).value(), within(1e-12));
  }

  private static List<PlacedScore> cases(double... scores) {
    List<PlacedScore> cases = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      cases.add(new PlacedScore(scores[i], true, i, "g" + i));
      cases.add(new PlacedScore(0, false, i, "g" + i));
    }
    return cases;
  }

  /** Places and labels follow from the seed alone. */
  private static List<PlacedScore> random(long seed, int score) {
    Random random = new Random(seed);
    Random scores = new Random(seed + 31L * score);
    List<PlacedScore> cases = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      cases.add(
          new PlacedScore(scores.nextGaussian(), i % 3 == 0, random.nextDouble(), "g" + i % 5));
    }
    return cases;
  }
}
