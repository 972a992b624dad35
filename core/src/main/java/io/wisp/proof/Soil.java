package io.wisp.proof;

import io.wisp.engine.Engine;
import io.wisp.engine.Scope;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Memory that was used before. A fresh process finds zeros everywhere, and a kernel that reads what
 * it never wrote is right by luck.
 */
final class Soil {
  private static final long LARGE = 1 << 18;

  private static final long SMALL = 1 << 10;
  private static final int SMALL_BLOCKS = 64;

  private Soil() {}

  /** Fills blocks of several sizes with NaN, in float32 and bfloat16 alike, and frees them. */
  static void spread(Engine engine) {
    try (Scope scope = new Scope()) {
      TensorOptions options =
          new TensorOptions(torch.ScalarType.Int).device(new DeviceOptional(engine.device()));
      for (long size = LARGE; size >= SMALL; size /= 4) {
        fill(size, options);
      }
      for (int i = 0; i < SMALL_BLOCKS; i++) {
        fill(SMALL >> i % 6, options);
      }
    }
  }

  /** All bits one: a NaN, in either format. */
  private static void fill(long integers, TensorOptions options) {
    torch.empty(new long[] {integers}, options, null).fill_(new Scalar(-1));
  }
}
