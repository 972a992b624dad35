package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SurfaceDistanceTest {
  private static final double[] PIXELS = {1, 1};

  /** A filled rectangle of 3 rows and 4 columns on a 20 by 30 grid. */
  private static boolean[] rectangle(int top, int left) {
    boolean[] mask = new boolean[600];
    for (int row = top; row < top + 3; row++) {
      Arrays.fill(mask, row * 30 + left, row * 30 + left + 4, true);
    }
    return mask;
  }

  private static SurfaceDistance between(boolean[] a, boolean[] b, double... spacing) {
    return SurfaceDistance.between(a, b, new int[] {20, 30}, spacing);
  }

  @Test
  void ofAMaskToItselfIsZero() {
    assertThat(between(rectangle(5, 5), rectangle(5, 5), PIXELS))
        .isEqualTo(new SurfaceDistance(0, 0, 0));
  }

  @Test
  void growsWithTheShift() {
    SurfaceDistance far = between(rectangle(5, 2), rectangle(5, 22), PIXELS);
    assertThat(far.hd()).isEqualTo(20);
    assertThat(far.hd95()).isBetween(19.0, 20.0);
    assertThat(far.assd()).isBetween(17.0, 19.0);
  }

  @Test
  void isMeasuredInTheSpacingOfEachAxis() {
    assertThat(between(rectangle(2, 5), rectangle(12, 5), 2.5, 0.5).hd()).isEqualTo(25);
    assertThat(between(rectangle(5, 2), rectangle(5, 22), 2.5, 0.5).hd()).isEqualTo(10);
  }

  @Test
  void doesNotDependOnWhereTheMasksLie() {
    SurfaceDistance middle = between(rectangle(5, 5), rectangle(7, 9), PIXELS);
    assertThat(between(rectangle(0, 0), rectangle(2, 4), PIXELS)).isEqualTo(middle);
    assertThat(between(rectangle(15, 22), rectangle(17, 26), PIXELS)).isEqualTo(middle);
  }

  @Test
  void ofTwoEmptyMasksIsZeroAndOfOneUndefined() {
    boolean[] empty = new boolean[600];
    assertThat(between(empty, empty, PIXELS)).isEqualTo(new SurfaceDistance(0, 0, 0));
    assertThat(between(empty, rectangle(5, 5), PIXELS).hd95()).isNaN();
    assertThat(between(rectangle(5, 5), empty, PIXELS).assd()).isNaN();
  }

  @Test
  void refusesAShapeThatDoesNotFit() {
    boolean[] mask = rectangle(5, 5);
    assertThatThrownBy(() -> SurfaceDistance.between(mask, mask, new int[] {20, 20}, PIXELS))
        .hasMessageContaining("600 elements")
        .hasMessageContaining("[20, 20]");
  }

  @Property(tries = 100)
  void isSymmetricAndOrdered(@ForAll long seed) {
    Random random = new Random(seed);
    boolean[] a = new boolean[60];
    boolean[] b = new boolean[60];
    for (int i = 0; i < 60; i++) {
      a[i] = i == 7 || random.nextInt(4) == 0;
      b[i] = i == 9 || random.nextInt(4) == 0;
    }
    int[] shape = {3, 4, 5};
    double[] spacing = {2.5, 1, 0.7};
    SurfaceDistance there = SurfaceDistance.between(a, b, shape, spacing);
    SurfaceDistance back = SurfaceDistance.between(b, a, shape, spacing);
    assertThat(back.hd()).isEqualTo(there.hd());
    assertThat(back.hd95()).isEqualTo(there.hd95());
    assertThat(back.assd()).isCloseTo(there.assd(), within(1e-12));
    assertThat(there.hd95()).isLessThanOrEqualTo(there.hd());
    assertThat(there.assd()).isLessThanOrEqualTo(there.hd());
  }
}
