package io.wisp.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Probabilities are cut where they stand: scaling would always find an object. */
class ProbabilityThresholdTest {
  private static final float[] IMAGE = new float[4];
  private static final float[] FOUND = {0.1f, 0.6f, 0.5f, 0.9f};
  private static final float[] FAINT = {0.1f, 0.2f, 0.3f, 0.4f};

  private final MaskRecipe recipe = MaskRecipe.ofProbability(0.5);
  private final MaskRecipe present = recipe.withThreshold(Threshold.probabilityOfPresent(0.5));

  @Test
  void inASlice() {
    SliceMask found = MapSlices.alone(recipe, 2, 2, FOUND, IMAGE);
    assertThat(found.mask()).containsExactly(false, true, false, true);
    assertThat(found.map()).isEqualTo(FOUND);
    assertThat(found.threshold()).isEqualTo(0.5);
  }

  @Test
  void aSliceKnownToHoldTheObjectHoldsSomething() {
    assertThat(MapSlices.alone(recipe, 2, 2, FAINT, IMAGE).mask()).containsOnly(false);
    SliceMask found = MapSlices.alone(present, 2, 2, FAINT, IMAGE);
    assertThat(found.threshold()).isEqualTo(0.2f);
    assertThat(found.mask()).containsExactly(false, false, true, true);
    assertThat(MapSlices.alone(present, 2, 2, FOUND, IMAGE).threshold()).isEqualTo(0.5);
  }

  @Test
  void whereEverythingIsZeroNothingIsFound() {
    assertThat(MapSlices.alone(present, 2, 2, new float[4], IMAGE).mask()).containsOnly(false);
  }

  @Test
  void inAVolume() {
    List<SliceMask> found =
        new MaskMaker(present, MaskUnit.VOLUME, 2, 2)
            .make(MapSlices.volume(List.of(FOUND, FAINT), List.of(IMAGE, IMAGE)));
    assertThat(found.get(0).mask()).containsExactly(false, true, false, true);
    assertThat(found.get(1).mask()).containsOnly(false);
    assertThat(found.get(1).threshold()).isEqualTo(0.5);
  }
}
