package io.wisp.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypefaceTest {
  @Test
  void widthGrowsWithSizeAndText() {
    Typeface face = Typeface.regular();

    assertThat(face.width("Dice", 20)).isEqualTo(2 * face.width("Dice", 10));
    assertThat(face.width("Dice 0.5", 10)).isGreaterThan(face.width("Dice", 10));
  }

  @Test
  void outlinesStandOnTheBaseline() {
    var bounds = Typeface.bold().outline("H", 100, 50, 20).getBounds2D();

    assertThat(bounds.getMaxY()).isEqualTo(50);
    assertThat(bounds.getHeight()).isBetween(12.0, 16.0);
    assertThat(bounds.getX()).isGreaterThanOrEqualTo(100);
  }

  @Test
  void theSignsWeNeedHaveGlyphs() {
    for (String sign : "± – … ² µ τ ε".split(" ")) {
      assertThat(Typeface.regular().outline(sign, 0, 0, 12).getBounds2D().isEmpty()).isFalse();
    }
  }

  @Test
  void longTextLosesItsMiddle() {
    Typeface face = Typeface.regular();
    String cut = face.fitted("a very long name of a scan", 12, 60);

    assertThat(cut).startsWith("a v").contains("…").endsWith("can");
    assertThat(face.width(cut, 12)).isLessThanOrEqualTo(60);
    assertThat(face.fitted("short", 12, 60)).isEqualTo("short");
  }
}
