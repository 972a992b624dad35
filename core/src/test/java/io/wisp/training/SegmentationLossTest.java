package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentationLossTest {
  private static final float[] LOGITS = {2, -1, 0.5f, -3, 0, 0, 0, 0};
  private static final float[] TRUTH = {1, 0, 1, 0, 0, 0, 0, 0};

  private static final float[] SOFT = {0.9f, 0.2f, 0.5f, 0, 1, 0, 0.1f, 0};
  private static final double Q = 0.7;

  @Test
  void diceCrossEntropyIsOneLessDicePlusCrossEntropy() {
    double expected = dice(TRUTH) + crossEntropy(TRUTH);
    assertThat(loss(SegmentationLoss.DICE_CE, LOGITS, TRUTH)).isEqualTo(expected, within(1e-6));
  }

  @Test
  void theTruthMayBeSoft() {
    double expected = dice(SOFT) + crossEntropy(SOFT);
    assertThat(loss(SegmentationLoss.DICE_CE, LOGITS, SOFT)).isEqualTo(expected, within(1e-6));
  }

  /** Zhang and Sabuncu, eq. 6, with the labels' probabilities as weights. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void generalisedCrossEntropyIsLq(boolean soft) {
    float[] truth = soft ? SOFT : TRUTH;
    assertThat(loss(SegmentationLoss.GENERALISED_CE, LOGITS, truth))
        .isEqualTo(generalised(truth), within(1e-6));
  }

  @Test
  void bothTogetherAreTheSum() {
    assertThat(loss(SegmentationLoss.DICE_GENERALISED_CE, LOGITS, TRUTH))
        .isEqualTo(dice(TRUTH) + generalised(TRUTH), within(1e-6));
  }

  @ParameterizedTest
  @EnumSource
  void certainAndRightIsNothing(SegmentationLoss loss) {
    assertThat(loss(loss, certain(1), TRUTH)).isEqualTo(0, within(1e-6));
  }

  /** Whatever the network says of a pixel whose truth is unknown, the loss is the same. */
  @ParameterizedTest
  @EnumSource
  void unknownPixelsCountForNothing(SegmentationLoss loss) {
    float[] known = {1, 0, 1, 1, 1, 1, 0, 1};
    float[] truth = TRUTH.clone();
    float[] other = LOGITS.clone();
    for (int i = 0; i < known.length; i++) {
      truth[i] *= known[i];
      other[i] = known[i] == 1 ? LOGITS[i] : 30;
    }
    assertThat(loss(loss, other, truth, known))
        .isEqualTo(loss(loss, LOGITS, truth, known), within(1e-6))
        .isNotCloseTo(loss(loss, LOGITS, truth), within(1e-3));
  }

  @Test
  void certainAndWrongIsMuchForCrossEntropyAndBoundedForTheGeneralisedOne() {
    assertThat(loss(SegmentationLoss.DICE_CE, certain(-1), TRUTH)).isGreaterThan(40);
    assertThat(loss(SegmentationLoss.GENERALISED_CE, certain(-1), TRUTH))
        .isEqualTo(1 / Q, within(1e-6));
  }

  private static float[] certain(int sign) {
    float[] logits = new float[TRUTH.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = sign * (TRUTH[i] == 1 ? 40 : -40);
    }
    return logits;
  }

  private static double dice(float[] truth) {
    double dice = 0;
    for (int image = 0; image < 2; image++) {
      double both = 0;
      double all = 0;
      for (int i = 4 * image; i < 4 * image + 4; i++) {
        both += probability(i) * truth[i];
        all += probability(i) + truth[i];
      }
      dice += (1 - (2 * both + 1) / (all + 1)) / 2;
    }
    return dice;
  }

  private static double crossEntropy(float[] truth) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      double p = probability(i);
      sum -= (truth[i] * Math.log(p) + (1 - truth[i]) * Math.log(1 - p)) / truth.length;
    }
    return sum;
  }

  private static double generalised(float[] truth) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      double present = (1 - Math.pow(probability(i), Q)) / Q;
      double absent = (1 - Math.pow(1 - probability(i), Q)) / Q;
      sum += (truth[i] * present + (1 - truth[i]) * absent) / truth.length;
    }
    return sum;
  }

  private static double probability(int i) {
    return 1 / (1 + Math.exp(-LOGITS[i]));
  }

  private static double loss(SegmentationLoss loss, float[] logits, float[] truth) {
    float[] known = new float[truth.length];
    Arrays.fill(known, 1);
    return loss(loss, logits, truth, known);
  }

  private static Tensor tensor(float[] values) {
    return Tensors.of(values, 2, 1, 2, 2);
  }

  private static double loss(SegmentationLoss loss, float[] logits, float[] truth, float[] known) {
    try (Scope scope = new Scope()) {
      return Tensors.toFloats(loss.of(tensor(logits), tensor(truth), tensor(known)))[0];
    }
  }
}
