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

class MatchedAurocTest {
  private static final double ANY = Double.POSITIVE_INFINITY;

  @Test
  void onlyPairsAtLikePlacesAreCompared() {
    List<PlacedScore> cases =
        List.of(
            positive(3, 0.50, "a"),
            positive(1, 0.12, "a"),
            negative(2, 0.10, "b"),
            negative(0, 0.20, "b"),
            negative(1, 0.60, "c"));
    MatchedAuroc matched = MatchedAuroc.of(cases, 0.1);
    assertThat(matched.pairs()).isEqualTo(3); // 3 over 1; 1 under 2; 1 over 0
    assertThat(matched.value()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(MatchedAuroc.of(cases, ANY).value()).isCloseTo(4.5 / 6, within(1e-12));
  }

  @Test
  void aScoreThatTellsNothingButThePlaceIsNoBetterThanChance() {
    List<PlacedScore> cases = new ArrayList<>();
    for (int z = 0; z <= 20; z++) {
      double place = z / 20.0;
      double middle = -Math.abs(place - 0.5);
      if (z >= 4 && z <= 16) {
        cases.add(positive(middle, place, "a"));
      }
      if (z <= 5 || z >= 15) {
        cases.add(negative(middle, place, "b"));
      }
    }
    assertThat(MatchedAuroc.of(cases, ANY).value()).isGreaterThan(0.9);
    assertThat(MatchedAuroc.of(cases, 0).value()).isEqualTo(0.5);
  }

  @Test
  void placesThatAreAWindowApartButForRoundingAreAlike() {
    List<PlacedScore> cases = List.of(positive(1, 0.1 + 0.2, "a"), negative(0, 0.2, "a"));
    assertThat(MatchedAuroc.of(cases, 0.1).pairs()).isEqualTo(1);
  }

  @Test
  void withoutAPairThereIsNoValue() {
    MatchedAuroc none = MatchedAuroc.of(List.of(positive(1, 0, "a"), negative(0, 1, "a")), 0.1);
    assertThat(none.value()).isNaN();
    assertThat(none.pairs()).isZero();
  }

  @Test
  void theStandardErrorIsTheJackknifesOverGroups() {
    List<PlacedScore> cases = new ArrayList<>();
    for (String group : List.of("a", "b", "c")) {
      double score = group.equals("c") ? -1 : 1;
      cases.add(positive(score, group.charAt(0), group));
      cases.add(negative(0, group.charAt(0), group));
    }
    // without a: 1/2, without b: 1/2, without c: 1
    double squares = 2 * Math.pow(0.5 - 2.0 / 3, 2) + Math.pow(1 - 2.0 / 3, 2);
    assertThat(MatchedAuroc.of(cases, 0.1).standardError())
        .isCloseTo(Math.sqrt(2.0 / 3 * squares), within(1e-12));
  }

  @Test
  void aSingleGroupHasNoStandardError() {
    List<PlacedScore> cases = List.of(positive(1, 0, "a"), negative(0, 0, "a"));
    assertThat(MatchedAuroc.of(cases, 0.1).standardError()).isNaN();
  }

  @Property(tries = 100)
  void anywhereItIsTheAreaUnderTheCurve(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int n) {
    Random random = new Random(seed);
    List<PlacedScore> cases = new ArrayList<>();
    double[] scores = new double[n];
    boolean[] truth = new boolean[n];
    for (int i = 0; i < n; i++) {
      scores[i] = random.nextInt(5);
      truth[i] = random.nextBoolean();
      cases.add(new PlacedScore(scores[i], truth[i], random.nextDouble(), "g" + i % 3));
    }
    double area = Auroc.of(scores, truth);
    double matched = MatchedAuroc.of(cases, 1).value();
    if (Double.isNaN(area)) {
      assertThat(matched).isNaN();
    } else {
      assertThat(matched).isCloseTo(area, within(1e-12));
    }
  }

  private static PlacedScore positive(double score, double place, String group) {
    return new PlacedScore(score, true, place, group);
  }

  private static PlacedScore negative(double score, double place, String group) {
    return new PlacedScore(score, false, place, group);
  }
}
