package io.wisp.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bytedeco.pytorch.Tensor;

class DiffusionTest {
  private static final int STEPS = 1000;
  private static final Diffusion DIFFUSION =
      new Diffusion(NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, STEPS));

  @Property(tries = 100)
  void whoKnowsTheNoiseKnowsTheImage(
      @ForAll @IntRange(max = STEPS - 1) int t, @ForAll @IntRange(max = STEPS - 1) int other) {
    try (Scope scope = new Scope()) {
      Tensor x0 = images(1, 0.5);
      Tensor noise = images(2, 1);
      int[] both = {t, other};
      Tensor recovered = DIFFUSION.predictImage(DIFFUSION.addNoise(x0, both, noise), both, noise);
      assertClose(recovered, x0, 1e-3);
    }
  }

  @Property(tries = 100)
  void aStepWithTheTrueNoiseStaysOnTheWay(
      @ForAll @IntRange(max = STEPS - 1) int from,
      @ForAll @IntRange(min = -1, max = STEPS - 1) int to) {
    try (Scope scope = new Scope()) {
      Tensor x0 = images(1, 0.5);
      Tensor noise = images(2, 1);
      Tensor stepped =
          DIFFUSION.ddimStep(
              DIFFUSION.addNoise(x0, twice(from), noise), twice(from), twice(to), noise, Clip.NONE);
      assertClose(stepped, DIFFUSION.addNoise(x0, twice(to), noise), 1e-3);
    }
  }

  @Property(tries = 100)
  void encodingUndoesDenoisingWhileTheNoiseIsTheSame(
      @ForAll @IntRange(max = STEPS - 2) int t, @ForAll @IntRange(min = 1, max = 50) int stride) {
    int there = Math.max(t - stride, 0);
    try (Scope scope = new Scope()) {
      Tensor xt = images(3, 1);
      Tensor noise = images(4, 1);
      Tensor down = DIFFUSION.ddimStep(xt, twice(t), twice(there), noise, Clip.NONE);
      Tensor up = DIFFUSION.ddimStep(down, twice(there), twice(t), noise, Clip.NONE);
      assertClose(up, xt, 1e-3);
    }
  }

  @Property(tries = 50)
  void theLastStepLeavesAnImageInRangeIfClipped(@ForAll @IntRange(max = STEPS - 1) int t) {
    try (Scope scope = new Scope()) {
      Tensor noise = images(4, 1);
      float[] image =
          Tensors.toFloats(
              DIFFUSION.ddimStep(images(3, 3), twice(t), twice(-1), noise, Clip.TO_IMAGE_RANGE));
      for (float pixel : image) {
        assertThat(pixel).isBetween(-1f, 1f);
      }
    }
  }

  @Example
  void clippingChangesNothingWhereTheImageIsInRange() {
    try (Scope scope = new Scope()) {
      Tensor noise = images(2, 1);
      Tensor xt = DIFFUSION.addNoise(images(1, 0.2).clamp(bound(-1), bound(1)), twice(300), noise);
      assertClose(
          DIFFUSION.ddimStep(xt, twice(300), twice(290), noise, Clip.TO_IMAGE_RANGE),
          DIFFUSION.ddimStep(xt, twice(300), twice(290), noise, Clip.NONE),
          1e-4);
    }
  }

  @Example
  void eachImageHasItsOwnTimestep() {
    try (Scope scope = new Scope()) {
      Tensor x0 = images(1, 0.5);
      Tensor noise = images(2, 1);
      Tensor mixed = DIFFUSION.addNoise(x0, new int[] {10, 900}, noise);
      assertClose(
          mixed.narrow(0, 1, 1), DIFFUSION.addNoise(x0, twice(900), noise).narrow(0, 1, 1), 0);
    }
  }

  private static org.bytedeco.pytorch.ScalarOptional bound(double value) {
    return new org.bytedeco.pytorch.ScalarOptional(Tensors.scalar(value));
  }

  private static int[] twice(int t) {
    return new int[] {t, t};
  }

  /** Two images of normal noise. */
  private static Tensor images(long seed, double deviation) {
    Random random = new Random(seed);
    float[] values = new float[2 * 4 * 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return Tensors.of(values, 2, 1, 4, 4);
  }

  private static void assertClose(Tensor actual, Tensor expected, double tolerance) {
    float[] wanted = Tensors.toFloats(expected);
    float[] got = Tensors.toFloats(actual);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(got[i]).isCloseTo(wanted[i], within((float) tolerance));
    }
  }
}
