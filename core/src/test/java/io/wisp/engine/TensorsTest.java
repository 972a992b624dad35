package io.wisp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorsTest {
  @Property(tries = 100)
  void floatsComeBackBitForBit(@ForAll @Size(max = 50) float[] values) {
    try (Scope scope = new Scope()) {
      assertThat(Tensors.toFloats(Tensors.of(values, values.length))).isEqualTo(values);
    }
  }

  @Test
  void aTensorIsACopy() {
    float[] values = {1, 2};
    try (Scope scope = new Scope()) {
      Tensor tensor = Tensors.of(values, 2);
      values[0] = 9;
      assertThat(Tensors.toFloats(tensor)).containsExactly(1, 2);
    }
  }

  @Test
  void valuesLieRowByRowHoweverTheTensorLies() {
    try (Scope scope = new Scope()) {
      Tensor tensor = Tensors.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
      assertThat(Tensors.toFloats(tensor.transpose(0, 1))).containsExactly(1, 4, 2, 5, 3, 6);
      assertThat(Tensors.shape(tensor.transpose(0, 1))).containsExactly(3, 2);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void oneValueThatIsNotFiniteIsFound(float value) {
    float[] values = new float[1000];
    values[1] = Float.MAX_VALUE;
    values[2] = -Float.MAX_VALUE;
    try (Scope scope = new Scope()) {
      assertThat(Tensors.isFinite(Tensors.of(values, 10, 100))).isTrue();
      values[777] = value;
      assertThat(Tensors.isFinite(Tensors.of(values, 10, 100))).isFalse();
    }
  }

  @Test
  void valuesThatDoNotFillTheShapeAreRefused() {
    assertThatThrownBy(() -> Tensors.of(new float[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 values do not fill the shape [2, 3]");
  }
}
