package io.wisp.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MaskedMapTest {
  /** Inside 10 and 12; outside 1 and 3 within the foreground, with a standard deviation of 1. */
  @Test
  void theEffectIsInStandardDeviationsOfTheForegroundAroundTheMask() {
    float[] map = {10, 12, 1, 3, 100};
    boolean[] mask = {true, true, false, false, false};
    boolean[] foreground = {true, true, true, true, false};
    assertThat(new MaskedMap(map, foreground, mask).effect()).isEqualTo(9, within(1e-9));
  }

  @Test
  void withoutAMaskOrAnythingAroundItThereIsNoEffect() {
    float[] map = {1, 2};
    boolean[] all = {true, true};
    boolean[] none = {false, false};
    assertThat(new MaskedMap(map, all, none).effect()).isZero();
    assertThat(new MaskedMap(map, all, all).effect()).isZero();
  }
}
