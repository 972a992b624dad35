package io.wisp.distillation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelsTest {
  private static final boolean[] MASK = {true, true, false, false};

  @Test
  void aHardMaskIsCertain() {
    assertThat(probabilities(Levels.hard(MASK))).containsExactly(1, 1, 0, 0);
  }

  @Test
  void softLevelsAreProbabilities() {
    float[] p = {0.8f, 0.6f, 0.2f, 0};
    assertThat(probabilities(Levels.soft(p, MASK))).containsExactly(0.8f, 0.6f, 0.2f, 0);
  }

  @Test
  void theMaskHasTheLastWord() {
    byte[] levels = Levels.soft(new float[] {0.1f, 0.9f, 0.1f, 0.9f}, MASK);
    assertThat(Levels.mask(levels)).isEqualTo(MASK);
    assertThat(probabilities(levels)[0]).isBetween(0.5f, 0.51f);
    assertThat(probabilities(levels)[3]).isBetween(0.49f, 0.5f);
  }

  @Test
  void whereMasksDisagreeNothingIsKnown() {
    byte[] levels =
        Levels.agreed(java.util.List.of(MASK, new boolean[] {true, false, true, false}), 2);
    assertThat(probabilities(levels)).containsExactly(1, -1, -1, 0);
    assertThat(Levels.mask(levels)).containsExactly(true, false, false, false);
  }

  @Test
  void mostMasksDecideAndATieIsUnknown() {
    boolean[] second = {true, false, true, false};
    boolean[] third = {true, false, false, true};
    assertThat(probabilities(Levels.agreed(java.util.List.of(MASK, second, third), 2)))
        .containsExactly(1, 0, 0, 0);
    boolean[] fourth = {true, true, true, false};
    assertThat(probabilities(Levels.agreed(java.util.List.of(MASK, second, third, fourth), 3)))
        .containsExactly(1, -1, -1, 0);
  }

  private static float[] probabilities(byte[] levels) {
    float[] target = new float[levels.length + 1];
    Levels.probabilities(levels, target, 1);
    return java.util.Arrays.copyOfRange(target, 1, target.length);
  }
}
