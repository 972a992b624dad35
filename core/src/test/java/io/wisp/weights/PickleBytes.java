package io.wisp.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Assembles pickles by hand, good and evil ones, and puts them into checkpoints. */
final class PickleBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  PickleBytes() {
    op(0x80).op(2);
  }

  PickleBytes op(int... opcodes) {
    for (int opcode : opcodes) {
      bytes.write(opcode);
    }
    return this;
  }

  PickleBytes text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    op('X').littleEndian(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  PickleBytes number(int number) {
    return op('J').littleEndian(number);
  }

  PickleBytes littleEndian(int number) {
    bytes.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
    return this;
  }

  PickleBytes global(String module, String name) {
    bytes.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  PickleBytes tuple(int... numbers) {
    op('(');
    for (int number : numbers) {
      number(number);
    }
    return op('t');
  }

  /** Pushes an empty OrderedDict. */
  PickleBytes orderedDict() {
    return global("collections", "OrderedDict").op(')', 'R');
  }

  /** Pushes the storage {@code data/<key>}. */
  PickleBytes storage(String type, String key, int elements) {
    return op('(')
        .text("storage")
        .global("torch", type)
        .text(key)
        .text("cpu")
        .number(elements)
        .op('t', 'Q');
  }

  /** Pushes a tensor on such a storage. */
  PickleBytes tensor(
      String type, String key, int elements, int offset, int[] shape, int[] strides) {
    return global("torch._utils", "_rebuild_tensor_v2")
        .op('(')
        .storage(type, key, elements)
        .number(offset)
        .tuple(shape)
        .tuple(strides)
        .op(0x89)
        .orderedDict()
        .op('t', 'R');
  }

  /** Pushes a tensor that fills its storage row by row. */
  PickleBytes vector(String type, String key, int elements) {
    return tensor(type, key, elements, 0, new int[] {elements}, new int[] {1});
  }

  byte[] stop() {
    return op('.').bytes.toByteArray();
  }

  /** A checkpoint with this pickle and a storage {@code data/0} of the given bytes. */
  Path checkpoint(Path folder, int... storage) {
    byte[] data = new byte[storage.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) storage[i];
    }
    return CheckpointZip.write(folder.resolve("model.pt"), stop(), data);
  }
}
