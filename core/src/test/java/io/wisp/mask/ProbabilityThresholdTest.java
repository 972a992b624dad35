package io.wisp.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Probabilities are cut where they stand: scaling would always find an object. */
class ProbabilityThresholdTest {
  private static final float[] IMAGE = new float[4];
  private static final float[] FOUND = {0.1f, 0.6f, 0.5f, 0.9f};
  private static final float[] NOTHING = {0.1f, 0.2f, 0.3f, 0.4f};

  private final MaskRecipe recipe = MaskRecipe.ofProbability(0.5);

  @Test
  void inASlice() {
    SliceMask found = MapSlices.alone(recipe, 2, 2, FOUND, IMAGE);
    assertThat(found.mask()).containsExactly(false, true, false, true);
    assertThat(found.map()).isEqualTo(FOUND);
    assertThat(MapSlices.alone(recipe, 2, 2, NOTHING, IMAGE).mask()).containsOnly(false);
  }

  @Test
  void inAVolume() {
    List<SliceMask> found =
        new MaskMaker(recipe, MaskUnit.VOLUME, 2, 2)
            .make(MapSlices.volume(List.of(FOUND, NOTHING), List.of(IMAGE, IMAGE)));
    assertThat(found.get(0).mask()).containsExactly(false, true, false, true);
    assertThat(found.get(1).mask()).containsOnly(false);
    assertThat(found.get(1).threshold()).isEqualTo(0.5);
  }
}
