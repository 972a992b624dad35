package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScanScoreTest {
  private static final boolean[] THREE = {true, true, true, false};
  private static final boolean[] ONE = {true, false, false, false};
  private static final boolean[] NONE = new boolean[4];

  /** A voxel of 5 × 2 × 1 mm is a hundredth of a millilitre. */
  @Test
  void volumesAreInMillilitresWhereTheSpacingIsKnown() {
    ScanScore score = score(THREE, ONE, 5, 2, 1);
    assertThat(score.volume()).isEqualTo(0.03, within(1e-12));
    assertThat(score.volumeDifference()).isEqualTo(0.02, within(1e-12));
    assertThat(score.volumeUnit()).isEqualTo("ml");
    assertThat(score.dice()).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void elseTheyAreInVoxels() {
    ScanScore score = score(ONE, THREE, Double.NaN, 2, 1);
    assertThat(score.volumeDifference()).isEqualTo(2);
    assertThat(score.volumeUnit()).isEqualTo("voxels");
  }

  @Test
  void aHealthyScanHasNoDiceButFalseObjects() {
    for (boolean[] prediction : List.of(ONE, NONE)) {
      ScanScore score = score(prediction, NONE, 5, 2, 1);
      assertThat(score.healthy()).isTrue();
      assertThat(score.dice()).isNaN();
      assertThat(score.surfaceDice()).isNaN();
      assertThat(score.objects().falseObjects()).isEqualTo(prediction == ONE ? 1 : 0);
    }
  }

  @Test
  void anEmptyMaskOfAScanWithAnObjectScoresZero() {
    ScanScore score = score(NONE, ONE, 5, 2, 1);
    assertThat(score.dice()).isZero();
    assertThat(score.surfaceDice()).isZero();
    assertThat(score.objects().lesionDice()).isZero();
  }

  /** Peaks of positives 0.9 and 0.4, of healthy ones 0.5 and 0.1: three of four pairs are right. */
  @Test
  void slicesAreToldByTheirPeaksAndMasks() {
    SliceDetection slices =
        SliceDetection.of(
            List.of(
                new SliceDetection.Seen(true, 0.9, true),
                new SliceDetection.Seen(true, 0.4, false),
                new SliceDetection.Seen(false, 0.5, true),
                new SliceDetection.Seen(false, 0.1, false)));
    assertThat(slices).isEqualTo(new SliceDetection(2, 1, 2, 1, 0.75));
    assertThat(slices.falseShare()).isEqualTo(0.5);
  }

  private static ScanScore score(boolean[] prediction, boolean[] truth, double... spacing) {
    return ScanScore.of("a", 1, prediction, truth, new float[4], new int[] {1, 2, 2}, spacing);
  }
}
