package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageNoiseTest {
  private static final int COUNT = 4096;

  @Test
  void isNormal() {
    float[] noise = noise(1, "a:3", 200, 0);
    double mean = IntStream.range(0, COUNT).mapToDouble(i -> noise[i]).average().orElseThrow();
    double square =
        IntStream.range(0, COUNT).mapToDouble(i -> noise[i] * noise[i]).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(0.06));
    assertThat(square).isCloseTo(1, within(0.09));
  }

  @Test
  void isTheSameForTheSameImage() {
    assertThat(noise(1, "a:3", 200, 0)).isEqualTo(noise(1, "a:3", 200, 0));
  }

  @Test
  void differsWithSeedImageLevelAndDraw() {
    float[] noise = noise(1, "a:3", 200, 0);
    assertThat(noise(2, "a:3", 200, 0)).isNotEqualTo(noise);
    assertThat(noise(1, "a:4", 200, 0)).isNotEqualTo(noise);
    assertThat(noise(1, "a:3", 201, 0)).isNotEqualTo(noise);
    assertThat(noise(1, "a:3", 200, 1)).isNotEqualTo(noise);
  }

  /** Streams of neighbours must not be shifted copies of one another. */
  @Test
  void neighboursAreUncorrelated() {
    float[] one = noise(1, "a:3", 200, 0);
    float[] other = noise(1, "a:3", 200, 1);
    for (int shift = 0; shift < 8; shift++) {
      double sum = 0;
      for (int i = 0; i < COUNT - shift; i++) {
        sum += one[i + shift] * other[i];
      }
      assertThat(sum / COUNT).isCloseTo(0, within(0.08));
    }
  }

  private static float[] noise(long seed, String identity, int level, int draw) {
    float[] values = new float[COUNT];
    new ImageNoise(seed).fill(identity, level, draw, values, 0, COUNT);
    return values;
  }
}
