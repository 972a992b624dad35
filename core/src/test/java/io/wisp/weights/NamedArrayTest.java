package io.wisp.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedArrayTest {
  /** Values from IEEE 754-2008, binary16. */
  @ParameterizedTest
  @CsvSource({
    "3c00,1", "c000,-2", "3555,0.333251953125", "7bff,65504", "0001,5.9604644775390625e-8",
    "03ff,6.097555160522461e-5", "0400,6.103515625e-5", "0000,0", "7c00,Infinity", "fc00,-Infinity",
    "7e00,NaN"
  })
  void widensHalves(String bits, float expected) {
    assertThat(one(ElementType.F16, bits).floats()).containsExactly(expected);
    assertThat(one(ElementType.F16, bits).doubles()).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"3f80,1", "c000,-2", "7f80,Infinity", "4049,3.140625"})
  void widensBrainFloats(String bits, float expected) {
    assertThat(one(ElementType.BF16, bits).floats()).containsExactly(expected);
  }

  @Test
  void readsWholeNumbersWithTheirSign() {
    byte[] bytes = {-1, 1};
    assertThat(array(ElementType.U8, bytes, 2).longs()).containsExactly(255, 1);
    assertThat(array(ElementType.I8, bytes, 2).longs()).containsExactly(-1, 1);
    assertThat(array(ElementType.BOOL, bytes, 2).floats()).containsExactly(1, 1);
    assertThat(array(ElementType.I16, bytes, 1).longs()).containsExactly(0x1ff);
    assertThat(NamedArray.ofLongs("n", new long[] {-5}).doubles()).containsExactly(-5);
  }

  @Test
  void refusesFractionsAsWholeNumbers() {
    assertThatThrownBy(NamedArray.ofDoubles("beta", new double[] {0.5}, 1)::longs)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'beta' holds F64");
  }

  @Test
  void givesEveryCallerABufferOfItsOwn() {
    NamedArray array = NamedArray.ofFloats("w", new float[] {1, 2}, 2);
    assertThat(array.data().getFloat()).isEqualTo(1);
    assertThat(array.data().getFloat()).isEqualTo(1);
    assertThat(array.data().order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    assertThatThrownBy(() -> array.data().put((byte) 0))
        .isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  void refusesAShapeThatDoesNotFit() {
    assertThatThrownBy(() -> NamedArray.ofFloats("w", new float[3], 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'w' of shape [2, 2]");
    long huge = 1L << 33;
    assertThatThrownBy(() -> NamedArray.ofFloats("w", new float[0], huge, huge))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static NamedArray one(ElementType type, String bits) {
    int value = Integer.parseInt(bits, 16);
    return array(type, new byte[] {(byte) value, (byte) (value >> 8)}, 1);
  }

  private static NamedArray array(ElementType type, byte[] bytes, long... shape) {
    return new NamedArray("a", type, shape, ByteBuffer.wrap(bytes));
  }
}
