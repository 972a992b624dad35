package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WarpTest {
  private static final int SIDE = 9;
  private static final Augmentation STRONG = new Augmentation(true, 2, 0, 30, 0.3, 0.05, 0, 0, 0);

  @Example
  void aQuarterTurnMovesRowsToColumns() {
    Warp turn = new Warp(new double[] {0, -1, 1, 0}, 0, 0, new double[0]);
    float[] image = random(3);
    float[] turned = image.clone();
    turn.toImage(turned, 0, 1, SIDE, -1);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        assertThat(turned[y * SIDE + x]).isEqualTo(image[x * SIDE + SIDE - 1 - y], within(1e-6f));
      }
    }
  }

  @Example
  void twiceTheSizeShowsTheMiddle() {
    Warp twice = new Warp(new double[] {0.5, 0, 0, 0.5}, 0, 0, new double[0]);
    float[] ramp = new float[SIDE * SIDE];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % SIDE;
    }
    twice.toImage(ramp, 0, 1, SIDE, -1);
    for (int x = 0; x < SIDE; x++) {
      assertThat(ramp[x]).isEqualTo(2 + 0.5f * x, within(1e-6f));
    }
  }

  /** A mask moves as an image does, whatever the warp. */
  @Property(tries = 100)
  void masksMoveWithTheirImages(@ForAll @IntRange(max = 10_000) int seed) {
    float[] mask = new float[SIDE * SIDE];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % 7 < 3 ? 1 : 0;
    }
    float[] image = mask.clone();
    Augmentation.Change change = STRONG.draw(new SplittableRandom(seed));
    change.warp().toImage(image, 0, 1, SIDE, 0);
    change.toMask(mask, 0, SIDE);
    assertThat(mask).containsExactly(image, within(1e-6f));
  }

  @Property(tries = 100)
  void theUnknownStaysUnknownAndSpoilsNothing(@ForAll @IntRange(max = 10_000) int seed) {
    float[] mask = new float[SIDE * SIDE];
    java.util.Arrays.fill(mask, 0, 4 * SIDE, 1);
    java.util.Arrays.fill(mask, 4 * SIDE, 6 * SIDE, -1);
    STRONG.draw(new SplittableRandom(seed)).toMask(mask, 0, SIDE);
    for (float value : mask) {
      assertThat(value == -1 || (value >= 0 && value <= 1)).isTrue();
    }
  }

  @Example
  void someStayUnknown() {
    float[] mask = new float[SIDE * SIDE];
    java.util.Arrays.fill(mask, -1);
    STRONG.draw(new SplittableRandom(1)).toMask(mask, 0, SIDE);
    assertThat(mask[SIDE * SIDE / 2]).isEqualTo(-1);
  }

  private static float[] random(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] image = new float[SIDE * SIDE];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) random.nextDouble(-1, 1);
    }
    return image;
  }
}
