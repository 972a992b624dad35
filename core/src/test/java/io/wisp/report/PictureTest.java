package io.wisp.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final Grid RAMP = new Grid(2, 3, new float[] {-1, 0, 1, 1, 0, -1});
  private static final Grid CORNER =
      Grid.ofMask(2, 3, new boolean[] {true, false, false, false, false, false});

  @Test
  void aSliceBecomesOneGreyPixelAValue() {
    Picture picture = Picture.of(RAMP, ColorMap.GREY, Range.IMAGE);

    assertThat(picture.width()).isEqualTo(3);
    assertThat(picture.height()).isEqualTo(2);
    assertThat(picture.pixel(0, 0)).isEqualTo(0x000000);
    assertThat(picture.pixel(1, 0)).isEqualTo(0x808080);
    assertThat(picture.pixel(2, 0)).isEqualTo(0xffffff);
    assertThat(picture.pixel(0, 1)).isEqualTo(0xffffff);
  }

  @Test
  void nearestScalingKeepsSquaresOfOneColour() {
    Picture picture =
        Picture.of(RAMP, ColorMap.GREY, Range.IMAGE).scaled(4, Picture.Scaling.NEAREST);

    assertThat(picture.width()).isEqualTo(12);
    assertThat(picture.pixel(8, 0)).isEqualTo(0xffffff);
    assertThat(picture.pixel(11, 3)).isEqualTo(0xffffff);
    assertThat(picture.pixel(7, 3)).isEqualTo(0x808080);
  }

  @Test
  void bicubicScalingFillsTheStepsBetween() {
    Grid step = new Grid(1, 2, new float[] {-1, 1});
    Picture picture =
        Picture.of(step, ColorMap.GREY, Range.IMAGE).scaled(8, Picture.Scaling.BICUBIC);

    assertThat(picture.pixel(8, 4) & 0xff).isStrictlyBetween(0x40, 0xf0);
  }

  @Test
  void outlinesOfEqualMasksLieSideBySide() {
    Picture picture =
        Picture.of(RAMP, ColorMap.GREY, Range.IMAGE)
            .scaled(4, Picture.Scaling.NEAREST)
            .outlined(CORNER, Palette.TRUTH, Picture.Side.OUTSIDE)
            .outlined(CORNER, Palette.PREDICTION, Picture.Side.INSIDE);

    assertThat(picture.pixel(3, 0)).isEqualTo(Palette.PREDICTION);
    assertThat(picture.pixel(4, 0)).isEqualTo(Palette.TRUTH);
    assertThat(picture.pixel(7, 0)).isEqualTo(0x808080);
  }

  @Test
  void anOutlineIsWhereAPixelOfTheOtherSideLiesWithinHalfASample() {
    Random random = new Random(1);
    for (int scale = 1; scale <= 7; scale++) {
      boolean[] inside = new boolean[5 * 6];
      for (int i = 0; i < inside.length; i++) {
        inside[i] = random.nextInt(4) == 0;
      }
      Grid mask = Grid.ofMask(5, 6, inside);
      Picture picture =
          Picture.of(mask, ColorMap.GREY, Range.UNIT)
              .scaled(scale, Picture.Scaling.NEAREST)
              .outlined(mask, Palette.TRUTH, Picture.Side.OUTSIDE);
      for (int i = 0; i < picture.width() * picture.height(); i++) {
        int x = i % picture.width();
        int y = i / picture.width();
        boolean outside = !mask.inside(y / scale, x / scale);
        assertThat(picture.pixel(x, y) == Palette.TRUTH)
            .as("pixel %s, %s at scale %s", x, y, scale)
            .isEqualTo(outside && anyInside(mask, x, y, scale));
      }
    }
  }

  private static boolean anyInside(Grid mask, int x, int y, int scale) {
    int reach = Math.max(1, Math.round(scale / 2f));
    boolean any = false;
    for (int v = y - reach; v <= y + reach; v++) {
      for (int u = x - reach; u <= x + reach; u++) {
        any |= mask.inside(Math.floorDiv(v, scale), Math.floorDiv(u, scale));
      }
    }
    return any;
  }

  @Test
  void aFilledMaskIsTintedInsideOnly() {
    Picture picture = Picture.of(RAMP, ColorMap.GREY, Range.IMAGE).filled(CORNER, Palette.TRUTH, 1);

    assertThat(picture.pixel(0, 0)).isEqualTo(Palette.TRUTH);
    assertThat(picture.pixel(1, 0)).isEqualTo(0x808080);
  }

  @Test
  void anOverlayOfAnotherShapeIsRefused() {
    Picture picture = Picture.of(RAMP, ColorMap.GREY, Range.IMAGE);

    assertThatThrownBy(() -> picture.filled(new Grid(1, 1, new float[1]), 0, 1))
        .hasMessageContaining("1x1")
        .hasMessageContaining("2x3");
  }

  @Test
  void drawingOnTheImageLeavesThePictureAlone() {
    Picture picture = Picture.of(RAMP, ColorMap.GREY, Range.IMAGE);
    BufferedImage image = picture.image();
    image.setRGB(0, 0, 0xff0000);

    assertThat(picture.pixel(0, 0)).isEqualTo(0x000000);
  }
}
