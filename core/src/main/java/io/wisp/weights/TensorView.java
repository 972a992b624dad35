package io.wisp.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A tensor as a checkpoint describes it: a window on a storage that it may share with others. Every
 * element lies within the storage, and there are no more elements than the storage has.
 *
 * @param offset the first element, counted from the start of the storage
 * @param shape elements along each dimension
 * @param strides the step in the storage, in elements, along each dimension
 */
@SuppressWarnings("ArrayRecordComponent") // lives only while a file is read
record TensorView(Storage storage, long offset, long[] shape, long[] strides) {
  private static final int MOST_DIMENSIONS = 64;

  /** An entry of the archive that holds the elements of one or several tensors. */
  record Storage(ElementType type, String key, long elements) {
    Storage {
      if (elements < 0 || elements > Long.MAX_VALUE / Double.BYTES) {
        throw new IllegalArgumentException("a storage of " + elements + " elements");
      }
    }

    long bytes() {
      return elements * type.bytes();
    }
  }

  TensorView {
    if (shape.length != strides.length || shape.length > MOST_DIMENSIONS) {
      throw new IllegalArgumentException("a shape and its strides do not fit");
    }
    long elements = Shapes.elementCount(shape);
    if (elements > storage.elements()) {
      throw new IllegalArgumentException(
          "a tensor has more elements than its storage (call .contiguous() before it is saved)");
    }
    if (offset < 0 || (elements > 0 && last(offset, shape, strides) >= storage.elements())) {
      throw new IllegalArgumentException("a tensor reaches beyond its storage");
    }
  }

  private static long last(long offset, long[] shape, long[] strides) {
    long last = offset;
    for (int d = 0; d < shape.length; d++) {
      if (strides[d] < 0) {
        throw new IllegalArgumentException("a stride is negative");
      }
      last = Math.addExact(last, Math.multiplyExact(shape[d] - 1, strides[d]));
    }
    return last;
  }

  /** Whether the elements lie row by row already. */
  boolean isContiguous() {
    long[] expected = Shapes.rowMajorStrides(shape);
    for (int d = 0; d < shape.length; d++) {
      if (shape[d] != 1 && strides[d] != expected[d]) {
        return false;
      }
    }
    return true;
  }

  long bytes() {
    return Shapes.elementCount(shape) * storage.type().bytes();
  }

  /** The elements row by row: a window on the storage if they lie so, else a copy. */
  ByteBuffer rowMajor(ByteBuffer stored) {
    if (bytes() == 0) {
      return ByteBuffer.allocate(0);
    }
    int width = storage.type().bytes();
    if (isContiguous()) {
      return stored.slice((int) (offset * width), (int) bytes());
    }
    ByteBuffer copy = ByteBuffer.allocate((int) bytes()).order(ByteOrder.LITTLE_ENDIAN);
    long[] index = new long[shape.length];
    long place = offset;
    while (copy.hasRemaining()) {
      copy.put(copy.position(), stored, (int) (place * width), width);
      copy.position(copy.position() + width);
      place = step(index, place);
    }
    return copy.flip();
  }

  /** Counts the index up by one, last dimension fastest, and moves the offset along. */
  private long step(long[] index, long place) {
    long next = place;
    for (int d = shape.length - 1; d >= 0; d--) {
      next += strides[d];
      if (++index[d] < shape[d]) {
        return next;
      }
      next -= shape[d] * strides[d];
      index[d] = 0;
    }
    return next;
  }
}
