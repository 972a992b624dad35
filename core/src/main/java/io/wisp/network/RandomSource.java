package io.wisp.network;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Fresh parameters from a seed. The values of a parameter depend on its name and the seed only. */
public record RandomSource(long seed) implements ParameterSource {
  @Override
  public float[] values(String name, long[] shape, Init init, long fanIn) {
    float[] values = new float[count(shape)];
    RandomGenerator random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + name.hashCode());
    double bound = 1 / Math.sqrt((double) Math.max(1, fanIn));
    double deviation = init == Init.SCALED_NORMAL ? 1 / Math.sqrt((double) shape[0]) : 1;
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (init) {
            case FAN_IN -> (float) random.nextDouble(-bound, bound);
            case NORMAL, SCALED_NORMAL -> (float) (deviation * random.nextGaussian());
            case ZERO -> 0f;
            case ONE -> 1f;
          };
    }
    return values;
  }

  static int count(long[] shape) {
    long count = 1;
    for (long extent : shape) {
      count = Math.multiplyExact(count, extent);
    }
    return Math.toIntExact(count);
  }
}
