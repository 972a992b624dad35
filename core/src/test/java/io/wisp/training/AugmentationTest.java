package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class AugmentationTest {
  private static final int SIDE = 4;

  @Property(tries = 100)
  void withNothingSwitchedOnNothingChanges(
      @ForAll("images") float[] image, @ForAll @IntRange(max = 1000) int seed) {
    assertThat(changed(new Augmentation(false, 0, 0), image, seed)).isEqualTo(image);
  }

  @Property(tries = 100)
  void mirroringTwiceIsNothing(
      @ForAll("images") float[] image, @ForAll @IntRange(max = 1000) int seed) {
    Augmentation flip = new Augmentation(true, 0, 0);
    assertThat(changed(flip, changed(flip, image, seed), seed)).isEqualTo(image);
  }

  @Property(tries = 300)
  void anImageStaysInRange(
      @ForAll("images") float[] image,
      @ForAll @IntRange(max = 5) int shift,
      @ForAll @DoubleRange(max = 0.99) double gain,
      @ForAll @IntRange(max = 1000) int seed) {
    for (float pixel : changed(new Augmentation(true, shift, gain), image, seed)) {
      assertThat(pixel).isBetween(-1f, 1f);
    }
  }

  @Example
  void aShiftBringsBackgroundIn() {
    float[] bright = new float[SIDE * SIDE];
    for (int seed = 0; seed < 50; seed++) {
      float[] shifted = changed(new Augmentation(false, 1, 0), bright, seed);
      assertThat(shifted).containsAnyOf(0f).satisfies(AugmentationTest::isBackgroundOrZero);
    }
  }

  @Example
  void contrastKeepsTheBackground() {
    float[] background = new float[SIDE * SIDE];
    java.util.Arrays.fill(background, -1);
    assertThat(changed(new Augmentation(false, 0, 0.5), background, 3)).containsOnly(-1f);
  }

  @Example
  void aboutHalfOfTheImagesAreMirrored() {
    float[] image = new float[SIDE * SIDE];
    image[0] = 1;
    int mirrored = 0;
    for (int seed = 0; seed < 1000; seed++) {
      mirrored += changed(new Augmentation(true, 0, 0), image, seed)[SIDE - 1] == 1 ? 1 : 0;
    }
    assertThat(mirrored).isBetween(430, 570);
  }

  @Example
  void onlyTheImageAtTheOffsetChanges() {
    float[] three = new float[3 * SIDE * SIDE];
    new Augmentation(true, 2, 0.5)
        .draw(new SplittableRandom(1))
        .toImage(three, SIDE * SIDE, 1, SIDE);
    for (int i = 0; i < SIDE * SIDE; i++) {
      assertThat(three[i]).isZero();
      assertThat(three[2 * SIDE * SIDE + i]).isZero();
    }
  }

  @Provide
  Arbitrary<float[]> images() {
    return Arbitraries.floats().between(-1, 1).array(float[].class).ofSize(SIDE * SIDE);
  }

  private static void isBackgroundOrZero(float[] image) {
    for (float pixel : image) {
      assertThat(pixel).isIn(-1f, 0f);
    }
  }

  private static float[] changed(Augmentation augmentation, float[] image, int seed) {
    float[] copy = image.clone();
    augmentation.draw(new SplittableRandom(seed)).toImage(copy, 0, 1, SIDE);
    return copy;
  }
}
