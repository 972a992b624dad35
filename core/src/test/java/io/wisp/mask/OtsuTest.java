package io.wisp.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.testing.GoldenFiles;
import io.wisp.weights.TensorFile;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtsuTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void agreesWithScikitImageToTheLastBit(int map) {
    TensorFile golden = GoldenFiles.read("otsu.safetensors");
    double threshold = Otsu.threshold(golden.get("map" + map).floats());
    assertThat(threshold).isEqualTo(golden.get("otsu" + map).doubles()[0]);
  }

  @Test
  void ofAConstantPictureIsThatConstant() {
    assertThat(Otsu.threshold(new float[] {0.3f, 0.3f, 0.3f})).isEqualTo(0.3f);
  }

  @Test
  void ofTwoLevelsIsTheCentreOfTheLowerBin() {
    assertThat(Otsu.threshold(new float[] {0, 0, 0, 1})).isEqualTo(1f / 512);
  }

  @Test
  void binsMayBeFewer() {
    assertThat(Otsu.threshold(new float[] {0, 0, 0, 1}, 2)).isEqualTo(0.25f);
  }

  @Test
  void looksOnlyInsideTheRegion() {
    float[] values = {0, 0, 1, 1, 100};
    boolean[] inside = {true, true, true, true, false};
    assertThat(Otsu.threshold(values, inside)).isEqualTo(Otsu.threshold(new float[] {0, 0, 1, 1}));
  }

  @Test
  void refusesNothingAndNaN() {
    assertThatThrownBy(() -> Otsu.threshold(new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Otsu.threshold(new float[] {0, Float.NaN}))
        .hasMessageContaining("NaN");
  }

  @Property(tries = 300)
  void liesBelowTheHighestValue(@ForAll("maps") float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float highest = sorted[sorted.length - 1];
    assertThat(Otsu.threshold(values)).isBetween(sorted[0], highest).isLessThan(highest);
  }

  @Property(tries = 100)
  void doesNotDependOnOrder(@ForAll("maps") float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    assertThat(Otsu.threshold(values)).isEqualTo(Otsu.threshold(sorted));
  }

  @Property(tries = 100)
  void scalesWithTheMap(@ForAll("maps") float[] values) {
    float[] doubled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      doubled[i] = 2 * values[i];
    }
    assertThat(Otsu.threshold(doubled)).isEqualTo(2 * Otsu.threshold(values));
  }

  /** At least two different values. */
  @Provide
  Arbitrary<float[]> maps() {
    return Arbitraries.floats()
        .between(-1, 1)
        .array(float[].class)
        .ofMinSize(2)
        .ofMaxSize(60)
        .filter(map -> Otsu.threshold(map) != map[0]);
  }
}
