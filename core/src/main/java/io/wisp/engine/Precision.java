package io.wisp.engine;

import java.util.Locale;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The number format of activations and of the weights of convolutions and matrix products. */
public enum Precision {
  /** IEEE single precision: the reference. */
  FLOAT32(ScalarType.Float),
  /** bfloat16: 8 bits of mantissa; several times faster where the processor has it. */
  BFLOAT16(ScalarType.BFloat16);

  private final ScalarType scalarType;

  Precision(ScalarType scalarType) {
    this.scalarType = scalarType;
  }

  public ScalarType scalarType() {
    return scalarType;
  }

  /** Such as {@code bfloat16}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
