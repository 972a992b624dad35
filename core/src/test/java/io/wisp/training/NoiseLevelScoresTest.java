package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoiseLevelScoresTest {
  /** Of three slices without the object two are told, the one with it is not. */
  @Test
  void accuracyCountsSlicesAndBalancedAccuracyClasses() {
    double[][] probabilities = {{0.9, 0.1}, {0.6, 0.4}, {0.3, 0.7}, {0.55, 0.45}};
    NoiseLevelScore score = NoiseLevelScores.of(100, probabilities, new int[] {0, 0, 0, 1});
    assertThat(score).isEqualTo(new NoiseLevelScore(100, 2 / 4.0, (2 / 3.0) / 2, 2 / 3.0, 4));
  }

  @Test
  void aClassThatNobodyHasDoesNotCount() {
    double[][] probabilities = {{0.8, 0.1, 0.1}, {0.1, 0.1, 0.8}};
    assertThat(NoiseLevelScores.of(0, probabilities, new int[] {0, 2}))
        .isEqualTo(new NoiseLevelScore(0, 1, 1, 1, 2));
  }

  @Test
  void slicesOfOneClassHaveNoCurve() {
    NoiseLevelScore score = NoiseLevelScores.of(0, new double[][] {{0.8, 0.2}}, new int[] {0});
    assertThat(score.accuracy()).isEqualTo(1);
    assertThat(score.auroc()).isNaN();
  }
}
