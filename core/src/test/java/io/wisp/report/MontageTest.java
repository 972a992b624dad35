package io.wisp.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MontageTest {
  private static final Picture GREY_SQUARE =
      Picture.of(new Grid(1, 1, new float[] {0}), ColorMap.GREY, Range.IMAGE)
          .scaled(40, Picture.Scaling.NEAREST);

  @Test
  void panelsStandInRowsAndColumns() {
    List<Panel> panels = Collections.nCopies(5, new Panel(GREY_SQUARE));
    BufferedImage image = Montage.grid("", panels, 3).draw();

    assertThat(image.getWidth()).isEqualTo(16 + 3 * 40 + 2 * 8 + 16);
    assertThat(image.getHeight()).isEqualTo(16 + 2 * 40 + 8 + 16);
    assertThat(rgb(image, 16, 16)).isEqualTo(0x808080);
    assertThat(rgb(image, 16 + 2 * 48, 16)).isEqualTo(0x808080);
    assertThat(rgb(image, 16 + 2 * 48, 16 + 48)).isEqualTo(0xffffff);
    assertThat(rgb(image, 60, 16)).isEqualTo(0xffffff);
  }

  @Test
  void titlesAndCaptionsGetRoomAndInk() {
    Montage bare = new Montage("", List.of(), List.of(row("", "")));
    Montage titled = new Montage("Case 7", List.of("image"), List.of(row("slice 3", "0.4")));

    assertThat(titled.draw().getWidth()).isGreaterThan(bare.draw().getWidth());
    assertThat(titled.draw().getHeight()).isGreaterThan(bare.draw().getHeight());
    assertThat(darkPixels(titled.draw())).isGreaterThan(100);
    assertThat(darkPixels(bare.draw())).isZero();
  }

  @Test
  void aCaptionMayHaveSeveralLines() {
    int one = new Montage("", List.of(), List.of(row("", "0.4"))).draw().getHeight();
    BufferedImage two = new Montage("", List.of(), List.of(row("", "0.4\n0.4"))).draw();

    assertThat(two.getHeight()).isEqualTo(one + 20);
    assertThat(darkPixels(two.getSubimage(0, one - 16, two.getWidth(), 36))).isPositive();
  }

  @Test
  void aMontageOfNothingIsAPictureStill() {
    assertThat(new Montage("", List.of(), List.of()).draw().getWidth()).isPositive();
  }

  @Test
  void aMontageWithoutRowsShowsItsWholeTitle() {
    BufferedImage one = Montage.grid("Case 7", List.of(), 3).draw();
    BufferedImage longer = Montage.grid("Case 7 Case 7 Case 7", List.of(), 3).draw();
    assertThat(longer.getWidth()).isGreaterThan(2 * one.getWidth() - 32);
    assertThat(darkPixels(longer)).isGreaterThan(2 * darkPixels(one));
  }

  private static Montage.Row row(String title, String caption) {
    return new Montage.Row(title, List.of(new Panel(GREY_SQUARE, caption)));
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  private static int darkPixels(BufferedImage image) {
    int dark = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        dark += (rgb(image, x, y) & 0xff) < 0x70 ? 1 : 0;
      }
    }
    return dark;
  }
}
