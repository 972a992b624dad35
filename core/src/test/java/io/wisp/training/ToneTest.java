package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ToneTest {
  @Test
  void gammaIsAPowerOfBrightness() {
    float[] pixels = {-1, 0, 1, -0.5f};
    new Tone(2, false, 0, 1).apply(pixels, 0, 1, 2);
    assertThat(pixels).containsExactly(new float[] {-1, -0.5f, 1, -0.875f}, within(1e-6f));
  }

  @Test
  void blurIsTheMeanOfThePixelsAround() {
    float[] pixels = {0.9f, 0, 0, 0, 0, 0, 0, 0, 0};
    new Tone(1, true, 0, 1).apply(pixels, 0, 1, 3);
    float[] expected = {0.225f, 0.15f, 0, 0.15f, 0.1f, 0, 0, 0, 0};
    assertThat(pixels).containsExactly(expected, within(1e-6f));
  }

  @Test
  void noiseHasItsDeviationAndStaysInRange() {
    float[] pixels = new float[64 * 64];
    new Tone(1, false, 0.05, 7).apply(pixels, 0, 1, 64);
    double squares = 0;
    for (float pixel : pixels) {
      squares += pixel * pixel;
    }
    assertThat(Math.sqrt(squares / pixels.length)).isEqualTo(0.1, within(0.005));
    float[] bright = new float[64 * 64];
    Arrays.fill(bright, 1);
    new Tone(1, false, 0.05, 7).apply(bright, 0, 1, 64);
    for (float pixel : bright) {
      assertThat(pixel).isBetween(-1f, 1f);
    }
  }
}
