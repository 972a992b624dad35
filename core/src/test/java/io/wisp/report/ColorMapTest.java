package io.wisp.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ColorMapTest {
  @Test
  void endsAndMiddleAreTheKnownColours() {
    assertThat(ColorMap.GREY.rgb(1)).isEqualTo(0xffffff);
    assertThat(ColorMap.INFERNO.rgb(0)).isEqualTo(0x000004);
    assertThat(ColorMap.INFERNO.rgb(1)).isEqualTo(0xfcffa4);
    assertThat(ColorMap.DIVERGING.rgb(0.5)).isEqualTo(0xf7f7f7);
  }

  @Test
  void undefinedValuesAreGrey() {
    assertThat(ColorMap.INFERNO.rgb(Double.NaN)).isEqualTo(0x808080);
  }

  @Property
  void infernoGetsLighterWithTheValue(@ForAll @DoubleRange(min = 0, max = 0.95) double fraction) {
    assertThat(lightness(ColorMap.INFERNO.rgb(fraction + 0.05)))
        .isGreaterThan(lightness(ColorMap.INFERNO.rgb(fraction)));
  }

  @Property
  void valuesOutsideTakeTheEndsColours(@ForAll @DoubleRange(min = 1, max = 1e9) double beyond) {
    assertThat(ColorMap.INFERNO.rgb(beyond)).isEqualTo(ColorMap.INFERNO.rgb(1));
    assertThat(ColorMap.INFERNO.rgb(-beyond)).isEqualTo(ColorMap.INFERNO.rgb(0));
  }

  @Test
  void aRangeMadeSymmetricHasZeroInItsMiddle() {
    assertThat(new Range(-1, 3).symmetric()).isEqualTo(new Range(-3, 3));
    assertThat(new Range(-1, 3).symmetric().fraction(0)).isEqualTo(0.5);
  }

  @Test
  void theRangeOfAGridLeavesOutWhatIsNotFinite() {
    Grid grid = new Grid(1, 4, new float[] {Float.NaN, 2, -1, Float.POSITIVE_INFINITY});

    assertThat(grid.range()).isEqualTo(new Range(-1, 2));
    assertThat(new Grid(1, 1, new float[] {Float.NaN}).range()).isEqualTo(Range.UNIT);
  }

  @Test
  void aRangeUpsideDownIsRefused() {
    assertThatThrownBy(() -> new Range(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double lightness(int rgb) {
    return 0.2126 * (rgb >> 16 & 0xff) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
  }
}
