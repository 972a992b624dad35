package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import org.junit.jupiter.api.Test;

class SegmentationLossTest {
  private static final float[] LOGITS = {2, -1, 0.5f, -3, 0, 0, 0, 0};
  private static final float[] TRUTH = {1, 0, 1, 0, 0, 0, 0, 0};

  @Test
  void itIsOneLessDicePlusCrossEntropy() {
    double crossEntropy = 0;
    double dice = 0;
    for (int image = 0; image < 2; image++) {
      double both = 0;
      double all = 0;
      for (int i = 4 * image; i < 4 * image + 4; i++) {
        double p = 1 / (1 + Math.exp(-LOGITS[i]));
        both += p * TRUTH[i];
        all += p + TRUTH[i];
        crossEntropy -= Math.log(TRUTH[i] == 1 ? p : 1 - p) / 8;
      }
      dice += (1 - (2 * both + 1) / (all + 1)) / 2;
    }
    assertThat(loss(LOGITS, TRUTH)).isEqualTo(dice + crossEntropy, within(1e-6));
  }

  @Test
  void certainAndRightIsNothingCertainAndWrongIsMuch() {
    float[] right = new float[8];
    float[] wrong = new float[8];
    for (int i = 0; i < 8; i++) {
      right[i] = TRUTH[i] == 1 ? 40 : -40;
      wrong[i] = -right[i];
    }
    assertThat(loss(right, TRUTH)).isEqualTo(0, within(1e-6));
    assertThat(loss(wrong, TRUTH)).isGreaterThan(40);
  }

  private static double loss(float[] logits, float[] truth) {
    try (Scope scope = new Scope()) {
      return Tensors.toFloats(
          SegmentationLoss.of(Tensors.of(logits, 2, 1, 2, 2), Tensors.of(truth, 2, 1, 2, 2)))[0];
    }
  }
}
