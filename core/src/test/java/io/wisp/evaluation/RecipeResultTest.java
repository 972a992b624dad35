package io.wisp.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.UserError;
import io.wisp.activation.PerturbationMethod;
import io.wisp.confidence.MaskConfidence;
import io.wisp.dataset.Split;
import io.wisp.mask.SliceMask;
import io.wisp.metrics.DistanceUnit;
import io.wisp.metrics.Score;
import io.wisp.metrics.Summary;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.slices.SliceRecord;
import io.wisp.training.RunSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slices summarised once more by the size of their object. */
class RecipeResultTest {
  private static final RecipeResult RESULT =
      result(outcome(0.005, 0.1), outcome(0.01, 0.5), outcome(0.3, 0.9));

  @Test
  void slicesWithSmallObjectsAreLeftOut() {
    Summary large = RESULT.covering(0.01);
    assertThat(large.n()).isEqualTo(2);
    assertThat(large.dice().mean()).isEqualTo(0.7, within(1e-12));
  }

  @Test
  void allSlicesStayTheMainResult() {
    assertThat(RESULT.summary().n()).isEqualTo(3);
    assertThat(RESULT.covering(0)).isEqualTo(RESULT.summary());
  }

  @Test
  void noSliceMayRemain() {
    assertThat(RESULT.covering(0.5).n()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0.01, 1 %", "0.07, 7 %", "0.005, 0.5 %", "0.1, 10 %"})
  void theShareIsToldInPercent(double share, String text) {
    assertThat(new EvaluationScope("store", Split.TEST, share).largeObjects())
        .isEqualTo("objects of " + text + " of the slice or more");
  }

  @Test
  void aShareOfAWholeSliceIsRefused() {
    assertThatThrownBy(() -> new EvaluationScope("store", Split.TEST, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("The smallest object is 1.0, but must be a share");
  }

  /**
   * Confidence rises with Dice here; every pixel is classified correctly, at a confidence of 0.75.
   */
  @Test
  void confidenceIsHeldAgainstDiceAndAgainstThePixels() {
    Calibration calibration = RESULT.calibration();
    assertThat(calibration.pixels().count()).isEqualTo(3);
    assertThat(calibration.expectedCalibrationError()).isEqualTo(0.25, within(1e-6));
    assertThat(calibration.rankCorrelation()).isEqualTo(1, within(1e-12));
    assertThat(calibration.meanDice()).isEqualTo(0.5, within(1e-12));
    assertThat(calibration.area()).isEqualTo((0.9 + 0.7 + 0.5) / 3, within(1e-12));
    assertThat(calibration.bestArea()).isEqualTo(calibration.area(), within(1e-12));
    assertThat(calibration.coverage().get(4)).isEqualTo(new Calibration.Kept(0.5, 0.7));
  }

  @Test
  void aCaseHasTheMeanConfidenceOfItsSlices() {
    assertThat(RESULT.confidence("case")).isEqualTo((0.1 + 0.5 + 0.9) / 3 / 2, within(1e-12));
  }

  private static RecipeResult result(SliceOutcome... outcomes) {
    List<Score> scores = List.of(outcomes).stream().map(SliceOutcome::score).toList();
    OutlineRecipe recipe = OutlineRecipe.of(PerturbationMethod.CDM, RunSettings.preset("demo"));
    return new RecipeResult(
        recipe, List.of(outcomes), List.of(), Summary.of(scores), 0.1, Optional.empty());
  }

  private static SliceOutcome outcome(double coverage, double dice) {
    SliceRecord record = new SliceRecord(0, "case", 0, 1, Split.TEST, 1, 1, coverage);
    Score score = new Score(dice, dice, 1, 1, 2, 2, 2, coverage, 0.1, DistanceUnit.PIXEL);
    return new SliceOutcome(
        record,
        new float[1],
        new boolean[1],
        new SliceMask(new boolean[1], new float[1], 0, new boolean[] {true}),
        new MaskConfidence(new float[] {0.75f}, dice, 0, dice / 2, false),
        score);
  }
}
