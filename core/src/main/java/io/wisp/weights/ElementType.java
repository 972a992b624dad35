package io.wisp.weights;

import java.util.Optional;

/** The kind of number a tensor holds. The names are those of the safetensors format. */
public enum ElementType {
  F64(8),
  F32(4),
  F16(2),
  BF16(2),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  U8(1),
  BOOL(1);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes per element. */
  public int bytes() {
    return bytes;
  }

  /** Whether the elements are floating-point rather than whole numbers or booleans. */
  public boolean isFloating() {
    return this == F64 || this == F32 || this == F16 || this == BF16;
  }

  /** The name in a safetensors header, such as {@code BF16}. */
  public String safetensorsName() {
    return name();
  }

  /** The type of that name in a safetensors header; empty if Wisp does not know it. */
  public static Optional<ElementType> ofSafetensorsName(String name) {
    for (ElementType type : values()) {
      if (type.safetensorsName().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
