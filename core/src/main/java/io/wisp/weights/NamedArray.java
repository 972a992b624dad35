package io.wisp.weights;

import io.wisp.UserError;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A tensor in plain memory, with the name it has in its file.
 *
 * @param name such as {@code input_blocks.1.0.in_layers.2.weight}
 * @param type what an element is
 * @param shape elements along each dimension; empty for a single number
 * @param data the elements, little-endian, row-major (last dimension fastest), from position 0 to
 *     the limit. Read-only; often a view of a mapped file. Every call of {@link #data()} gives a
 *     buffer with its own position.
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record NamedArray(String name, ElementType type, long[] shape, ByteBuffer data) {

  /** Fails with {@link IllegalArgumentException} if the shape does not fit the data. */
  public NamedArray {
    shape = shape.clone();
    data = view(data);
    long elements = Shapes.elementCount(shape);
    if (elements > Integer.MAX_VALUE || elements * type.bytes() != data.remaining()) {
      throw new IllegalArgumentException(
          "tensor '%s' of shape %s and type %s does not fit %s bytes of data"
              .formatted(name, Arrays.toString(shape), type, data.remaining()));
    }
  }

  /** An F32 tensor that holds a copy of the values. */
  public static NamedArray ofFloats(String name, float[] values, long... shape) {
    ByteBuffer data = allocate(ElementType.F32, values.length);
    data.asFloatBuffer().put(values);
    return new NamedArray(name, ElementType.F32, shape, data);
  }

  /** An F64 tensor that holds a copy of the values. */
  public static NamedArray ofDoubles(String name, double[] values, long... shape) {
    ByteBuffer data = allocate(ElementType.F64, values.length);
    data.asDoubleBuffer().put(values);
    return new NamedArray(name, ElementType.F64, shape, data);
  }

  /** An I64 tensor that holds a copy of the values. */
  public static NamedArray ofLongs(String name, long[] values, long... shape) {
    ByteBuffer data = allocate(ElementType.I64, values.length);
    data.asLongBuffer().put(values);
    return new NamedArray(name, ElementType.I64, shape, data);
  }

  /** A U8 tensor that holds a copy of the values. */
  public static NamedArray ofBytes(String name, byte[] values, long... shape) {
    return new NamedArray(name, ElementType.U8, shape, ByteBuffer.wrap(values.clone()));
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  @Override
  public ByteBuffer data() {
    return view(data);
  }

  /** The product of the shape; 1 for a single number. */
  public long elementCount() {
    return Shapes.elementCount(shape);
  }

  /** The elements as floats: F64 and whole numbers are rounded, BOOL gives 0 and 1. */
  public float[] floats() {
    float[] values = new float[(int) elementCount()];
    if (type == ElementType.F32) {
      data().asFloatBuffer().get(values);
      return values;
    }
    ByteBuffer source = data();
    for (int i = 0; i < values.length; i++) {
      values[i] = type.isFloating() ? (float) fraction(source, i) : (float) whole(source, i);
    }
    return values;
  }

  /** The elements as doubles: exact but for I64 beyond 2^53; BOOL gives 0 and 1. */
  public double[] doubles() {
    ByteBuffer source = data();
    double[] values = new double[(int) elementCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = type.isFloating() ? fraction(source, i) : (double) whole(source, i);
    }
    return values;
  }

  /**
   * The elements as whole numbers, U8 from 0 to 255, BOOL as 0 and 1.
   *
   * @throws UserError if the tensor holds fractions
   */
  public long[] longs() {
    if (type.isFloating()) {
      throw new UserError(
          "tensor '%s' holds %s where whole numbers are needed".formatted(name, type));
    }
    ByteBuffer source = data();
    long[] values = new long[(int) elementCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = whole(source, i);
    }
    return values;
  }

  /** Compares name, type, shape and every byte of the data. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NamedArray that
        && name.equals(that.name)
        && type == that.type
        && Arrays.equals(shape, that.shape)
        && data.equals(that.data);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(shape);
  }

  @Override
  public String toString() {
    return "%s %s%s".formatted(name, type, Arrays.toString(shape));
  }

  private double fraction(ByteBuffer source, int i) {
    return switch (type) {
      case F64 -> source.getDouble(i * 8);
      case F32 -> source.getFloat(i * 4);
      case F16 -> Halves.f16ToFloat(source.getShort(i * 2));
      case BF16 -> Halves.bf16ToFloat(source.getShort(i * 2));
      default -> throw new IllegalStateException(type + " holds whole numbers");
    };
  }

  private long whole(ByteBuffer source, int i) {
    return switch (type) {
      case I64 -> source.getLong(i * 8);
      case I32 -> source.getInt(i * 4);
      case I16 -> source.getShort(i * 2);
      case I8 -> source.get(i);
      case U8 -> source.get(i) & 0xff;
      case BOOL -> source.get(i) == 0 ? 0 : 1;
      default -> throw new IllegalStateException(type + " holds fractions");
    };
  }

  private static ByteBuffer allocate(ElementType type, int elements) {
    return ByteBuffer.allocate(Math.multiplyExact(elements, type.bytes()))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer view(ByteBuffer data) {
    return data.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }
}
