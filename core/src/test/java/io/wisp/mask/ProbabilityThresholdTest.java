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
    MaskMaker maker = new MaskMaker(recipe, 2, 2);
    assertThat(maker.make(FOUND, IMAGE).mask()).containsExactly(false, true, false, true);
    assertThat(maker.make(FOUND, IMAGE).map()).isEqualTo(FOUND);
    assertThat(maker.make(NOTHING, IMAGE).mask()).containsOnly(false);
  }

  @Test
  void inAVolume() {
    VolumeMaskMaker.VolumeMask found =
        new VolumeMaskMaker(recipe, 2, 2).make(List.of(FOUND, NOTHING), List.of(IMAGE, IMAGE));
    assertThat(found.masks().get(0)).containsExactly(false, true, false, true);
    assertThat(found.masks().get(1)).containsOnly(false);
    assertThat(found.threshold()).isEqualTo(0.5);
  }
}
