package io.wisp.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {
  @ParameterizedTest
  @CsvSource({"-1, 1, true", "-0.5, 1, true", "-0.16, 0.86, false", "0, 1, false", "-1, 0, true"})
  void aRangeIsSignedWhereItsNegativePartReachesFar(double low, double high, boolean signed) {
    assertThat(new Range(low, high).isSigned()).isEqualTo(signed);
  }

  @Test
  void itsPositivePartStartsAtZeroOrAbove() {
    assertThat(new Range(-0.1, 0.8).positive()).isEqualTo(new Range(0, 0.8));
    assertThat(new Range(0.2, 0.8).positive()).isEqualTo(new Range(0.2, 0.8));
  }

  @ParameterizedTest
  @CsvSource({"-0.001, 2, 0.00", "-0.4, 0, 0", "-0.006, 2, -0.01", "1.25, 1, 1.3", "NaN, 2, –"})
  void zeroIsWrittenWithoutASign(double value, int decimals, String text) {
    assertThat(Format.number(value, decimals)).isEqualTo(text);
  }
}
