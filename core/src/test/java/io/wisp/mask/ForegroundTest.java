package io.wisp.mask;

import static io.wisp.mask.Picture.map;
import static io.wisp.mask.Picture.mask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForegroundTest {
  /** A head: bright skull (9), dark rim, brain (3) with a lesion (9); a speck beside it. */
  private static final float[] HEAD =
      scaled(map("00000000", "09999990", "09333390", "09393390", "09999990", "00000009"));

  private static final boolean[] BODY =
      mask("........", ".######.", ".######.", ".######.", ".######.", "........");

  @Test
  void isTheLargestBrightPartWithItsHolesFilled() {
    assertThat(Foreground.aboveLevel(-0.8, 0).find(HEAD, 6, 8)).containsExactly(BODY);
    assertThat(Foreground.aboveOtsu(0).find(HEAD, 6, 8)).containsExactly(BODY);
  }

  @Test
  void losesItsRimByErosion() {
    assertThat(Foreground.aboveLevel(-0.8, 1).find(HEAD, 6, 8))
        .containsExactly(
            mask("........", "........", "..####..", "..####..", "........", "........"));
  }

  @Test
  void ofAnEmptySliceIsEmpty() {
    float[] air = new float[48];
    Arrays.fill(air, -1);
    assertThat(Foreground.aboveLevel(-0.8, 2).find(air, 6, 8)).doesNotContain(true);
    assertThat(Foreground.aboveOtsu(0).find(air, 6, 8)).doesNotContain(true);
  }

  @Test
  void everywhereDoesNotLookAtTheImage() {
    assertThat(Foreground.everywhere().find(null, 2, 2)).containsExactly(mask("##", "##"));
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThatThrownBy(() -> Foreground.aboveLevel(3, 0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("3.0");
    assertThatThrownBy(() -> Foreground.aboveOtsu(-1)).isInstanceOf(UserError.class);
  }

  private static float[] scaled(float[] digits) {
    float[] image = new float[digits.length];
    for (int i = 0; i < digits.length; i++) {
      image[i] = digits[i] / 4.5f - 1;
    }
    return image;
  }
}
