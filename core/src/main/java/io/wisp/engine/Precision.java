package io.wisp.engine;

import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The number format of activations and of the weights of convolutions and matrix products. */
public enum Precision {
  /** IEEE single precision: the reference. */
  FLOAT32(ScalarType.Float, MemoryFormat.Contiguous),
  /** bfloat16: 8 bits of mantissa; several times faster where the processor has it. */
  BFLOAT16(ScalarType.BFloat16, MemoryFormat.Contiguous);

  private final ScalarType scalarType;
  private final MemoryFormat layout;

  Precision(ScalarType scalarType, MemoryFormat layout) {
    this.layout = layout;
    this.scalarType = scalarType;
  }

  public ScalarType scalarType() {
    return scalarType;
  }

  /**
   * How images lie in memory: channels apart. Channels-last makes bfloat16 convolutions up to twice
   * as fast, but LibTorch's group norm in that layout takes twenty times as long backwards, and
   * computes E[x²] − E[x]², which loses digits where the mean is large.
   */
  public MemoryFormat layout() {
    return layout;
  }
}
