package io.wisp.slices;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a {@code .npy} file item by item, without knowing how many will come: the header is
 * written when it is closed, in the room left for it. Used by one thread.
 */
final class NpyWriter implements AutoCloseable {
  private final FileChannel channel;
  private final String type;
  private final List<Integer> itemShape;
  private final ByteBuffer buffer;
  private int items;

  /**
   * @param file a file that does not exist yet
   * @param type NumPy's name of the element type, {@code <f4} or {@code |u1}
   * @param itemShape the shape of one item
   */
  NpyWriter(Path file, String type, List<Integer> itemShape) throws IOException {
    this.type = type;
    this.itemShape = List.copyOf(itemShape);
    int elements = itemShape.stream().reduce(1, Math::multiplyExact);
    int bytes = type.equals("<f4") ? Float.BYTES : Byte.BYTES;
    this.buffer =
        ByteBuffer.allocateDirect(Math.multiplyExact(elements, bytes))
            .order(ByteOrder.LITTLE_ENDIAN);
    this.channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  void append(float[] item) throws IOException {
    buffer.clear();
    buffer.asFloatBuffer().put(item);
    write();
  }

  void append(byte[] item) throws IOException {
    buffer.clear();
    buffer.put(item).clear();
    write();
  }

  /** Reads back an item that was written before. */
  void read(int index, float[] target) throws IOException {
    fill(index);
    buffer.asFloatBuffer().get(target);
  }

  /** Reads back an item that was written before. */
  void read(int index, byte[] target) throws IOException {
    fill(index);
    buffer.get(target);
  }

  private void write() throws IOException {
    writeAt(buffer, position(items));
    items++;
  }

  private void fill(int index) throws IOException {
    buffer.clear();
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position(index) + buffer.position()) < 0) {
        throw new IOException("the array ends before item " + index);
      }
    }
    buffer.flip();
  }

  private long position(int index) {
    return NpyHeader.BYTES + (long) index * buffer.capacity();
  }

  private void writeAt(ByteBuffer bytes, long position) throws IOException {
    int start = bytes.position();
    while (bytes.hasRemaining()) {
      channel.write(bytes, position + bytes.position() - start);
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      List<Integer> shape = new ArrayList<>(itemShape);
      shape.add(0, items);
      writeAt(new NpyHeader(type, shape).encode(), 0);
    }
  }
}
