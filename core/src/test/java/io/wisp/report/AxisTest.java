package io.wisp.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void aLinearAxisEndsAtRoundNumbers() {
    Axis axis = Axis.around("loss", List.of(0.013, 0.942), Axis.Scale.LINEAR);

    assertThat(axis.ticks())
        .map(Axis::format)
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
  }

  @Test
  void aLogarithmicAxisHasTicksOfOneTwoFive() {
    Axis axis = Axis.around("size", List.of(9.0, 120.0), Axis.Scale.LOGARITHMIC);

    assertThat(axis.ticks()).containsExactly(10.0, 20.0, 50.0, 100.0);
    assertThat(axis.fraction(axis.low())).isZero();
    assertThat(axis.fraction(axis.high())).isEqualTo(1);
  }

  @Test
  void zeroForbidsALogarithmicScale() {
    assertThat(Axis.scaleFor(List.of(0.0, 100.0), 20)).isEqualTo(Axis.Scale.LINEAR);
    assertThat(Axis.scaleFor(List.of(1.0, 100.0), 20)).isEqualTo(Axis.Scale.LOGARITHMIC);
    assertThat(Axis.scaleFor(List.of(50.0, 100.0), 20)).isEqualTo(Axis.Scale.LINEAR);
  }

  @Test
  void numbersAreShort() {
    assertThat(List.of(0.0, 0.5, 3000.0, 20000.0, 1e-4))
        .map(Axis::format)
        .containsExactly("0", "0.5", "3000", "20\u2009000", "1e-04");
  }

  @Property
  void everyValueLiesOnItsAxis(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double one,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double other) {
    Axis axis = Axis.around("", List.of(one, other), Axis.Scale.LINEAR);

    assertThat(axis.fraction(one)).isBetween(-1e-9, 1 + 1e-9);
    assertThat(axis.fraction(other)).isBetween(-1e-9, 1 + 1e-9);
    assertThat(axis.ticks()).hasSizeBetween(2, 13);
  }
}
