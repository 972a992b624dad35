package io.wisp.slices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NormalizationTest {
  @Property
  void quantilesAreThoseOfTheSortedValues(
      @ForAll @Size(min = 1, max = 200) float[] values,
      @ForAll @DoubleRange(min = 0, max = 1) double fraction) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    FloatQuantiles quantiles =
        FloatQuantiles.above(
            Float.NEGATIVE_INFINITY,
            Arrays.copyOf(values, values.length / 2),
            Arrays.copyOfRange(values, values.length / 2, values.length));
    float expected = sorted[(int) Math.round(fraction * (values.length - 1))];
    assertThat(quantiles.quantile(fraction)).isEqualTo(expected);
  }

  @Test
  void aFewBrightVoxelsDoNotDarkenTheRest() {
    float[] voxels = new float[2000];
    for (int i = 1000; i < 2000; i++) {
      voxels[i] = i - 900;
    }
    voxels[1999] = 1e9f;
    IntensityRange range = Normalization.ROBUST.rangeOf(voxels);
    assertThat(range).isEqualTo(new IntensityRange(105, 1094));
    assertThat(Normalization.MIN_MAX.rangeOf(voxels)).isEqualTo(new IntensityRange(0, 1e9f));
  }

  @Test
  void whatIsNotFiniteIsNotCounted() {
    float[] voxels = {Float.NaN, Float.NEGATIVE_INFINITY, 2, 6, Float.POSITIVE_INFINITY};
    IntensityRange range = Normalization.MIN_MAX.rangeOf(voxels);
    assertThat(range.normalize(voxels)).containsExactly(-1, -1, -1, 1, 1);
  }

  @Test
  void aConstantVolumeIsAllBackground() {
    float[] voxels = {7, 7, 7};
    for (Normalization normalization : Normalization.values()) {
      assertThat(normalization.rangeOf(voxels).normalize(voxels)).containsExactly(-1, -1, -1);
    }
  }

  @Test
  void twoIntensitiesStayTwo() {
    float[] voxels = {0, 0, 5, 5};
    IntensityRange range = Normalization.ROBUST.rangeOf(voxels);
    assertThat(range.normalize(voxels)).containsExactly(-1, -1, 1, 1);
  }

  @Test
  void rangesBeyondAFloatsDoNotOverflow() {
    IntensityRange range = new IntensityRange(-Float.MAX_VALUE, Float.MAX_VALUE);
    assertThat(range.normalize(0)).isZero();
  }
}
