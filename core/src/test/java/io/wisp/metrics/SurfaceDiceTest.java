package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Rows of ten pixels, where every pixel of a mask is surface. */
class SurfaceDiceTest {
  private static final int[] SHAPE = {1, 10};
  private static final double[] UNKNOWN = {Double.NaN, 1};

  /** Of 4 to 8, 4, 5 and 6 are near 2 to 5; of 2 to 5, 3, 4 and 5 are near 4 to 8. */
  @Test
  void withoutASpacingOnePixelIsTolerated() {
    assertThat(SurfaceDice.of(row(4, 8), row(2, 5), SHAPE, UNKNOWN))
        .isEqualTo(6.0 / 9, within(1e-12));
  }

  @Test
  void withASpacingTwoMillimetresAre() {
    assertThat(SurfaceDice.of(row(4, 8), row(2, 5), SHAPE, new double[] {3, 0.5})).isEqualTo(1);
    assertThat(SurfaceDice.of(row(4, 8), row(2, 5), SHAPE, new double[] {3, 2.5}))
        .isEqualTo(4.0 / 9, within(1e-12));
  }

  @Test
  void oneEmptyMaskGivesZeroAndTwoNothing() {
    assertThat(SurfaceDice.of(new boolean[10], row(2, 5), SHAPE, UNKNOWN)).isZero();
    assertThat(SurfaceDice.of(row(2, 5), new boolean[10], SHAPE, UNKNOWN)).isZero();
    assertThat(SurfaceDice.of(new boolean[10], new boolean[10], SHAPE, UNKNOWN)).isNaN();
  }

  private static boolean[] row(int from, int to) {
    boolean[] mask = new boolean[10];
    Arrays.fill(mask, from, to + 1, true);
    return mask;
  }
}
