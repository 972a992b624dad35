package io.wisp.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GaussianFilterTest {
  /** scipy.ndimage.gaussian_filter(numpy.arange(6, dtype="f4").reshape(2, 3) ** 2, sigma). */
  @Test
  void agreesWithScipyAlsoWhereTheKernelIsWiderThanThePicture() {
    float[] image = {0, 1, 4, 9, 16, 25};
    assertThat(GaussianFilter.smooth(image, 2, 3, 0.7))
        .containsExactly(SCIPY_SIGMA_07, within(1e-5f));
    assertThat(GaussianFilter.smooth(image, 2, 3, 2.5))
        .containsExactly(SCIPY_SIGMA_25, within(1e-5f));
  }

  private static final float[] SCIPY_SIGMA_07 = {
    2.592361f, 4.800478f, 7.718482f, 8.322507f, 13.0596f, 18.50657f
  };
  private static final float[] SCIPY_SIGMA_25 = {
    9.001008f, 9.163324f, 9.325656f, 9.007596f, 9.169998f, 9.332417f
  };

  @Test
  void sigmaZeroLeavesThePictureAsItIs() {
    assertThat(GaussianFilter.smooth(new float[] {1, 5, 2}, 1, 3, 0)).containsExactly(1, 5, 2);
  }

  @Test
  void refusesAShapeThatDoesNotFit() {
    assertThatThrownBy(() -> GaussianFilter.smooth(new float[5], 2, 3, 1))
        .hasMessageContaining("5 values as 2x3");
  }

  @Property(tries = 100)
  void keepsTheMean(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 6) double sigma) {
    Random random = new Random(seed);
    float[] image = new float[20];
    for (int i = 0; i < image.length; i++) {
      image[i] = random.nextFloat();
    }
    assertThat(mean(GaussianFilter.smooth(image, 4, 5, sigma)))
        .isCloseTo(mean(image), within(1e-6));
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
