package io.wisp.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** The bytes of a header of either version, read and written field by field. */
record HeaderBytes(int version, ByteBuffer bytes) {
  private static final int SIZE_1 = 348;
  private static final int SIZE_2 = 540;

  /** A header of zeros that says only how long it is. */
  static HeaderBytes blank(int version) {
    ByteBuffer bytes = ByteBuffer.allocate(size(version)).order(ByteOrder.LITTLE_ENDIAN);
    return new HeaderBytes(version, bytes.putInt(0, size(version)));
  }

  /** Bytes in a header of this version. */
  static int size(int version) {
    return version == 1 ? SIZE_1 : SIZE_2;
  }

  /** The version whose headers have this many bytes, 0 if there is none. */
  static int versionOfSize(int size) {
    return size == SIZE_1 ? 1 : size == SIZE_2 ? 2 : 0;
  }

  ByteOrder order() {
    return bytes.order();
  }

  long integer(HeaderField field, int index) {
    int at = field.place(version, index);
    return switch (field.kind(version)) {
      case BYTE -> bytes.get(at);
      case SHORT -> bytes.getShort(at);
      case INT -> bytes.getInt(at);
      case LONG -> bytes.getLong(at);
      case FLOAT, DOUBLE -> throw new IllegalArgumentException(field + " is not a whole number");
    };
  }

  double real(HeaderField field, int index) {
    int at = field.place(version, index);
    return switch (field.kind(version)) {
      case FLOAT -> bytes.getFloat(at);
      case DOUBLE -> bytes.getDouble(at);
      default -> integer(field, index);
    };
  }

  List<Double> reals(HeaderField field, int count) {
    return IntStream.range(0, count).mapToObj(index -> real(field, index)).toList();
  }

  String text(HeaderField field, int length) {
    byte[] text = new byte[length];
    bytes.get(field.place(version, 0), text);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  void put(HeaderField field, int index, double value) {
    int at = field.place(version, index);
    switch (field.kind(version)) {
      case BYTE -> bytes.put(at, (byte) value);
      case SHORT -> bytes.putShort(at, (short) value);
      case INT -> bytes.putInt(at, (int) value);
      case LONG -> bytes.putLong(at, (long) value);
      case FLOAT -> bytes.putFloat(at, (float) value);
      case DOUBLE -> bytes.putDouble(at, value);
    }
  }

  void put(HeaderField field, List<Double> values) {
    for (int index = 0; index < values.size(); index++) {
      put(field, index, values.get(index));
    }
  }

  void put(HeaderField field, String text) {
    bytes.put(field.place(version, 0), text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
