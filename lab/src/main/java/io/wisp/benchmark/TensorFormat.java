package io.wisp.benchmark;

import io.wisp.engine.Engine;
import io.wisp.engine.OneDnn;
import io.wisp.engine.Precision;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/** Number format and memory layout of images and kernels: channels apart, or side by side. */
public enum TensorFormat {
  FLOAT32(Precision.FLOAT32, MemoryFormat.Contiguous),
  FLOAT32_CHANNELS_LAST(Precision.FLOAT32, MemoryFormat.ChannelsLast),
  BFLOAT16(Precision.BFLOAT16, MemoryFormat.Contiguous),
  BFLOAT16_CHANNELS_LAST(Precision.BFLOAT16, MemoryFormat.ChannelsLast);

  private final Precision precision;
  private final MemoryFormat layout;

  TensorFormat(Precision precision, MemoryFormat layout) {
    this.precision = precision;
    this.layout = layout;
  }

  /** The format in which convolutions of a precision are fastest. */
  public static TensorFormat fastest(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> FLOAT32;
      case BFLOAT16 -> BFLOAT16_CHANNELS_LAST;
    };
  }

  public Precision precision() {
    return precision;
  }

  /** Bytes of one number. */
  public int bytes() {
    return switch (precision) {
      case FLOAT32 -> Float.BYTES;
      case BFLOAT16 -> Short.BYTES;
    };
  }

  /** Normally distributed numbers of this format on the engine's device; a new tensor. */
  public Tensor random(Engine engine, long... shape) {
    Tensor values = torch.randn(shape).to(engine.device(), precision.scalarType());
    boolean lastChannels = shape.length == 4 && layout == MemoryFormat.ChannelsLast;
    return lastChannels ? OneDnn.channelsLast(values) : values;
  }

  /** Such as {@code bfloat16 channels-last}. */
  public String text() {
    return precision.name().toLowerCase(Locale.ROOT)
        + (layout == MemoryFormat.ChannelsLast ? " channels-last" : "");
  }
}
