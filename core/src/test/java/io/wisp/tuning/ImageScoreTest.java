package io.wisp.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.confidence.MaskedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageScoreTest {
  private static final boolean[] FOREGROUND = {true, true, true, true, true, false};

  /** Inside the mask 5 and 7, outside 1, 2 and 3; beyond the foreground 100. */
  private static final MaskedMap MAP =
      new MaskedMap(
          new float[] {5, 1, 7, 2, 3, 100},
          FOREGROUND,
          new boolean[] {true, false, true, false, false, true});

  @Test
  void thePeakIsTheGreatestValueOfTheForeground() {
    assertThat(ImageScore.PEAK.of(MAP)).isEqualTo(7);
  }

  @Test
  void theContrastIsTheMeanInsideLessTheMeanOutside() {
    assertThat(ImageScore.CONTRAST.of(MAP)).isCloseTo(6 - 2, within(1e-6));
  }

  @Test
  void theEffectIsTheContrastInDeviationsOfTheOutside() {
    assertThat(ImageScore.EFFECT.of(MAP)).isCloseTo(4 / Math.sqrt(2.0 / 3), within(1e-6));
  }

  @Test
  void theEffectDoesNotDependOnTheScaleOfTheMap() {
    float[] scaled = MAP.map().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = 10 * scaled[i] + 3;
    }
    assertThat(ImageScore.EFFECT.of(new MaskedMap(scaled, MAP.foreground(), MAP.mask())))
        .isCloseTo(ImageScore.EFFECT.of(MAP), within(1e-4));
  }

  @Test
  void aMapOfTwoValuesHasAFiniteEffect() {
    MaskedMap two =
        new MaskedMap(new float[] {1, 0, 0}, all(3), new boolean[] {true, false, false});
    assertThat(ImageScore.EFFECT.of(two)).isFinite().isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void withoutForegroundTheScoreIsZero(ImageScore score) {
    assertThat(score.of(new MaskedMap(MAP.map(), new boolean[6], new boolean[6]))).isZero();
  }

  @Test
  void anEmptyMaskHasNoContrast() {
    MaskedMap empty = new MaskedMap(MAP.map(), FOREGROUND, new boolean[6]);
    assertThat(ImageScore.CONTRAST.of(empty)).isZero();
    assertThat(ImageScore.EFFECT.of(empty)).isZero();
  }

  private static boolean[] all(int n) {
    boolean[] all = new boolean[n];
    java.util.Arrays.fill(all, true);
    return all;
  }
}
