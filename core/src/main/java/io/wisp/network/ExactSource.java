package io.wisp.network;

import io.wisp.engine.Engine;
import io.wisp.engine.Tensors;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/** Values that are exact in bfloat16, the same each time: a short random table, repeated. */
record ExactSource() implements ParameterSource {
  /** A prime, so that no two rows of a layer are equal. */
  private static final int LENGTH = 65_521;

  private static final float[] TABLE = table();

  private static float[] table() {
    SplittableRandom random = new SplittableRandom(1);
    float[] table = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      table[i] = ChannelFactors.rounded((float) random.nextDouble(-1, 1));
    }
    return table;
  }

  /** About the magnitude of initial weights: a power of two, so that they stay exact. */
  @Override
  public float[] values(String name, long[] shape, Init init, long fanIn) {
    int exponent = -(int) Math.round(Math.log((double) fanIn) / Math.log(2) / 2);
    return values(RandomSource.count(shape), Math.scalb(1f, exponent), name.hashCode());
  }

  /** A float32 tensor of values from -1 to 1. */
  static Tensor tensor(Engine engine, long... shape) {
    return Tensors.floats(values(RandomSource.count(shape), 1, shape.length), engine, shape);
  }

  private static float[] values(int count, float scale, int start) {
    float[] values = new float[count];
    int from = Math.floorMod(start, LENGTH);
    for (int i = 0; i < count; i++) {
      values[i] = scale * TABLE[from];
      from = from + 1 == LENGTH ? 0 : from + 1;
    }
    return values;
  }
}
