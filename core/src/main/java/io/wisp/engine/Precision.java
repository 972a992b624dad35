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
   * How images lie in memory. Channels-last is what bfloat16 convolutions are fast in; float32
   * keeps channels apart, since LibTorch's channels-last group norm takes E[x²] − E[x]², which
   * loses the reference's digits where the mean is large.
   */
  public MemoryFormat layout() {
    return layout;
  }
}
