package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoreTest {
  private static final boolean[] LEFT = {true, false, false, false};
  private static final boolean[] RIGHT = {false, false, false, true};
  private static final int[] SHAPE = {1, 4};

  @Test
  void distancesAreInMillimetresWhereTheSpacingIsKnown() {
    Score score = Score.of(LEFT, RIGHT, SHAPE, new double[] {2, 2});
    assertThat(score.hd95()).isEqualTo(6);
    assertThat(score.unit()).isEqualTo(DistanceUnit.MILLIMETRE);
  }

  @Test
  void andInPixelsWhereItIsNot() {
    Score score = Score.of(LEFT, RIGHT, SHAPE, new double[] {Double.NaN, 2});
    assertThat(score.hd95()).isEqualTo(3);
    assertThat(score.unit().symbol()).isEqualTo("px");
  }

  @Test
  void fractionsAreOfTheWholeGrid() {
    Score score = Score.of(new boolean[4], RIGHT, SHAPE, new double[] {1, 1});
    assertThat(score.objectFraction()).isEqualTo(0.25);
    assertThat(score.predictedFraction()).isZero();
  }
}
