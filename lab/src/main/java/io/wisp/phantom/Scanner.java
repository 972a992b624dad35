package io.wisp.phantom;

import java.util.SplittableRandom;

/**
 * A scanner's effect on the signal: an uneven coil, its own gain and contrast, a blur, and Rician
 * noise.
 *
 * @param gain grey values per unit of signal
 * @param gamma exponent of the contrast
 * @param unevenness of the coil's field
 * @param blur standard deviation of the blur within a slice, mm
 * @param noise standard deviation of the noise in both channels, in units of the signal
 */
record Scanner(
    double gain, double gamma, double unevenness, double blur, double noise, Noise field) {
  static Scanner draw(SplittableRandom random) {
    return new Scanner(
        random.nextDouble(250, 1200),
        random.nextDouble(0.85, 1.25),
        random.nextDouble(0.1, 0.4),
        random.nextDouble(0.8, 1.6),
        random.nextDouble(0.010, 0.032),
        new Noise(random.nextLong()));
  }

  /** Signal as the coil receives it at {@code p}. */
  double receive(double signal, Point p) {
    double sensitivity = Math.exp(unevenness * 1.6 * field.at(p, 150));
    return Math.pow(signal, gamma) * sensitivity;
  }

  /** Grey values of received signals, whole numbers from 0. */
  float[] develop(double[] received, PhantomGrid grid, SplittableRandom random) {
    double[] soft = blur(received, grid);
    float[] values = new float[soft.length];
    for (int i = 0; i < values.length; i++) {
      double real = soft[i] + noise * random.nextGaussian();
      double imaginary = noise * random.nextGaussian();
      values[i] = (float) Math.min(Short.MAX_VALUE, Math.rint(gain * Math.hypot(real, imaginary)));
    }
    return values;
  }

  private double[] blur(double[] values, PhantomGrid grid) {
    double neighbour = Math.exp(-0.5 * Math.pow(grid.spacing() / blur, 2));
    double side = neighbour / (1 + 2 * neighbour);
    return alongAxis(alongAxis(values, grid.size(), 1, side), grid.size(), grid.size(), side);
  }

  /** One pass of three taps along the axis whose neighbours lie {@code stride} apart. */
  private static double[] alongAxis(double[] values, int length, int stride, double side) {
    double[] out = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int position = i / stride % length;
      double before = position > 0 ? values[i - stride] : values[i];
      double after = position < length - 1 ? values[i + stride] : values[i];
      out[i] = (1 - 2 * side) * values[i] + side * (before + after);
    }
    return out;
  }
}
