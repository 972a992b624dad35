package io.wisp.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.Optional;

/** How a voxel is stored in a file: NIfTI's real number types. */
public enum DataType {
  UINT8(2, 1, "u1", 0, 0xFF),
  INT16(4, 2, "i2", Short.MIN_VALUE, Short.MAX_VALUE),
  INT32(8, 4, "i4", Integer.MIN_VALUE, Integer.MAX_VALUE),
  FLOAT32(16, 4, "f4", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  FLOAT64(64, 8, "f8", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  INT8(256, 1, "i1", Byte.MIN_VALUE, Byte.MAX_VALUE),
  UINT16(512, 2, "u2", 0, 0xFFFF),
  UINT32(768, 4, "u4", 0, 0xFFFF_FFFFL),
  INT64(1024, 8, "i8", -0x1p63, Math.nextDown(0x1p63)),
  UINT64(1280, 8, "u8", 0, Math.nextDown(0x1p64));

  private final int code;
  private final int bytes;
  private final String letter;
  private final double min;
  private final double max;

  DataType(int code, int bytes, String letter, double min, double max) {
    this.code = code;
    this.bytes = bytes;
    this.letter = letter;
    this.min = min;
    this.max = max;
  }

  /** The number that names this type in a NIfTI header. */
  public int code() {
    return code;
  }

  /** Bytes a voxel. */
  public int bytes() {
    return bytes;
  }

  /** Whether values are rounded to whole numbers when written. */
  public boolean isInteger() {
    return this != FLOAT32 && this != FLOAT64;
  }

  /** The type with this NIfTI code, if it is one of the real types. */
  public static Optional<DataType> ofCode(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  /** The name numpy prints for it: {@code int16}, or {@code >i2} where the bytes are big-endian. */
  String numpyName(ByteOrder order) {
    boolean swapped = order == ByteOrder.BIG_ENDIAN && bytes > 1;
    return swapped ? ">" + letter : name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Reads {@code count} values from the start of {@code in}, in the buffer's byte order. */
  void decode(ByteBuffer in, int count, double[] out) {
    switch (this) {
      case UINT8 -> {
        for (int i = 0; i < count; i++) {
          out[i] = in.get(i) & 0xFF;
        }
      }
      case INT8 -> {
        for (int i = 0; i < count; i++) {
          out[i] = in.get(i);
        }
      }
      case INT16, UINT16 -> decodeShorts(in.asShortBuffer(), count, out);
      case INT32, UINT32 -> decodeInts(in.asIntBuffer(), count, out);
      case INT64, UINT64 -> decodeLongs(in.asLongBuffer(), count, out);
      case FLOAT32 -> {
        FloatBuffer floats = in.asFloatBuffer();
        for (int i = 0; i < count; i++) {
          out[i] = floats.get(i);
        }
      }
      case FLOAT64 -> in.asDoubleBuffer().get(out, 0, count);
    }
  }

  private void decodeShorts(ShortBuffer in, int count, double[] out) {
    int mask = this == INT16 ? -1 : 0xFFFF;
    for (int i = 0; i < count; i++) {
      out[i] = in.get(i) & mask;
    }
  }

  private void decodeInts(IntBuffer in, int count, double[] out) {
    long mask = this == INT32 ? -1L : 0xFFFF_FFFFL;
    for (int i = 0; i < count; i++) {
      out[i] = in.get(i) & mask;
    }
  }

  private void decodeLongs(LongBuffer in, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      long value = in.get(i);
      out[i] = this == INT64 || value >= 0 ? value : unsigned(value);
    }
  }

  /** The nearest double of a long whose top bit counts 2⁶³; halving keeps the rounding right. */
  private static double unsigned(long value) {
    return ((value >>> 1) | (value & 1)) * 2.0;
  }

  /**
   * Writes values to the start of {@code out}; integer types round to the nearest.
   *
   * @throws IllegalArgumentException if a value does not fit this type
   */
  void encode(float[] values, int from, int count, ByteBuffer out) {
    switch (this) {
      case FLOAT32 -> out.asFloatBuffer().put(values, from, count);
      case FLOAT64 -> {
        DoubleBuffer doubles = out.asDoubleBuffer();
        for (int i = 0; i < count; i++) {
          doubles.put(i, values[from + i]);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          putInteger(out, i, whole(values[from + i]));
        }
      }
    }
  }

  private double whole(float value) {
    double rounded = Math.rint(value);
    if (!(rounded >= min && rounded <= max)) {
      throw new IllegalArgumentException("the value " + value + " does not fit the type " + this);
    }
    return rounded;
  }

  private void putInteger(ByteBuffer out, int index, double value) {
    long bits = value >= 0x1p63 ? (long) (value - 0x1p63) ^ Long.MIN_VALUE : (long) value;
    switch (bytes) {
      case 1 -> out.put(index, (byte) bits);
      case 2 -> out.putShort(2 * index, (short) bits);
      case 4 -> out.putInt(4 * index, (int) bits);
      default -> out.putLong(8 * index, bits);
    }
  }
}
