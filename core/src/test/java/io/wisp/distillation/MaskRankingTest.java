package io.wisp.distillation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaskRankingTest {
  private static final double NOTHING = Double.NaN;

  @Test
  void aCriterionCountsByItsRankWhateverItsScale() {
    assertThat(new Criterion("any", new double[] {-1e9, 3, 2, 1e9}).ranks())
        .containsExactly(0, 2 / 3.0, 1 / 3.0, 1);
  }

  @Test
  void equalValuesStandInTheirMiddle() {
    assertThat(new Criterion("any", new double[] {5, 1, 5, 5, 9}).ranks())
        .containsExactly(0.5, 0, 0.5, 0.5, 1);
  }

  @Test
  void whatSaysNothingStandsInTheMiddleAndIsNotCounted() {
    assertThat(new Criterion("any", new double[] {NOTHING, 4, 8, NOTHING}).ranks())
        .containsExactly(0.5, 0, 1, 0.5);
    assertThat(new Criterion("any", new double[] {NOTHING, 4}).ranks()).containsExactly(0.5, 0.5);
  }

  @Test
  void theConfidenceIsTheMeanRank() {
    List<Criterion> criteria =
        List.of(
            new Criterion("one", new double[] {1, 2, 3}),
            new Criterion("other", new double[] {30, 20, NOTHING}));
    assertThat(MaskRanking.of(criteria)).containsExactly(0.5, 0.25, 0.75);
  }

  @Test
  void theMostConfidentAreKeptAndNeverThoseWithoutAMask() {
    double[] confidence = {0.9, 0.1, 0.5, 0.5, 0.2};
    boolean[] some = {false, true};
    List<boolean[]> masks = List.of(new boolean[2], some, some, some, some);
    assertThat(MaskRanking.kept(confidence, masks, 0.5))
        .containsExactly(false, false, true, true, false);
    assertThat(MaskRanking.kept(confidence, masks, 0.3))
        .as("rounded up, the first of equal ones")
        .containsExactly(false, false, true, true, false);
    assertThat(MaskRanking.kept(confidence, masks, 0.25))
        .containsExactly(false, false, true, false, false);
    assertThat(MaskRanking.kept(confidence, masks, 1))
        .containsExactly(false, true, true, true, true);
  }
}
