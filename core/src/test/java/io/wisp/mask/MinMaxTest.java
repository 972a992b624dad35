package io.wisp.mask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinMaxTest {
  private static final boolean[] ALL = {true, true, true};

  @Test
  void smallestBecomesZeroAndLargestOne() {
    assertThat(MinMax.scale(new float[] {-3, 1, 5}, ALL)).containsExactly(0, 0.5f, 1);
  }

  @Test
  void aConstantMapBecomesZero() {
    assertThat(MinMax.scale(new float[] {4, 4, 4}, ALL)).containsExactly(0, 0, 0);
  }

  @Test
  void outsideIsNotLookedAtAndBecomesZero() {
    boolean[] inside = {false, true, true};
    assertThat(MinMax.scale(new float[] {-100, 1, 5}, inside)).containsExactly(0, 0, 1);
  }

  @Test
  void extremesDoNotOverflow() {
    float[] extremes = {-Float.MAX_VALUE, 0, Float.MAX_VALUE};
    assertThat(MinMax.scale(extremes, ALL)).containsExactly(0, 0.5f, 1);
  }
}
