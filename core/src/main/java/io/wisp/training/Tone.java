package io.wisp.training;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Changes of brightness, as between scanners: v^gamma of brightness v in [0, 1], blur, noise.
 *
 * @param gamma the exponent
 * @param blurred whether each pixel becomes the mean of 3 × 3
 * @param deviation of the noise, in brightness from 0 to 1
 * @param seed of the noise
 */
record Tone(double gamma, boolean blurred, double deviation, long seed) {
  private static final double EVEN = 0.5;

  /** No change. */
  private static final Tone NONE = new Tone(1, false, 0, 0);

  /** Draws a tone; nothing is drawn if all is switched off. */
  static Tone draw(Augmentation settings, RandomGenerator random) {
    if (settings.gamma() == 0 && settings.noise() == 0 && settings.blur() == 0) {
      return NONE;
    }
    double most = settings.gamma();
    double gamma = most == 0 ? 1 : Math.pow(1 + most, random.nextDouble(-1, 1));
    boolean blurred = settings.blur() > 0 && random.nextDouble() < settings.blur();
    double deviation = 0;
    if (settings.noise() > 0 && random.nextDouble() < EVEN) {
      deviation = settings.noise() * random.nextDouble();
    }
    return new Tone(gamma, blurred, deviation, random.nextLong());
  }

  /** Changes an image [C, side, side] in [−1, 1] in place at the offset; NONE changes no bit. */
  void apply(float[] pixels, int offset, int channels, int side) {
    if (equals(NONE)) {
      return;
    }
    SplittableRandom random = new SplittableRandom(seed);
    int count = side * side;
    for (int c = 0; c < channels; c++) {
      int start = offset + c * count;
      if (blurred) {
        blur(pixels, start, side);
      }
      for (int i = start; i < start + count; i++) {
        double v = Math.max(0, Math.min(1, (pixels[i] + 1) / 2));
        v = gamma == 1 ? v : Math.pow(v, gamma);
        v = deviation == 0 ? v : v + deviation * random.nextGaussian();
        pixels[i] = (float) (2 * Math.max(0, Math.min(1, v)) - 1);
      }
    }
  }

  /** The mean of the pixels of 3 × 3 that lie in the image. */
  private static void blur(float[] pixels, int start, int side) {
    float[] rows = new float[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        rows[y * side + x] = mean(pixels, start + y * side, x, 1, side);
      }
    }
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        pixels[start + y * side + x] = mean(rows, x, y, side, side);
      }
    }
  }

  /** Of a value and those before and after it on a line. */
  private static float mean(float[] values, int start, int place, int step, int length) {
    float sum = 0;
    int from = Math.max(0, place - 1);
    int to = Math.min(length - 1, place + 1);
    for (int i = from; i <= to; i++) {
      sum += values[start + i * step];
    }
    return sum / (to - from + 1);
  }
}
