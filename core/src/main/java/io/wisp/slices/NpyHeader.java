package io.wisp.slices;

import io.wisp.BadFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The head of a NumPy {@code .npy} file, version 1.0, in C order.
 *
 * @param type NumPy's name of the element type, such as {@code <f4}
 * @param shape the length of each axis
 */
record NpyHeader(String type, List<Integer> shape) {
  /** Bytes before the data in files that Wisp writes: room for any shape, patched at the end. */
  static final int BYTES = 128;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final Pattern DICTIONARY =
      Pattern.compile(
          "\\{'descr': '([^']+)', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), ?\\}\\s*");

  /** The header as {@link #BYTES} bytes, padded with spaces. */
  ByteBuffer encode() {
    String lengths = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String text =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, lengths);
    byte[] bytes = new byte[BYTES];
    Arrays.fill(bytes, (byte) ' ');
    System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putShort(MAGIC.length, (short) (BYTES - MAGIC.length - 2));
    buffer.put(MAGIC.length + 2, text.getBytes(StandardCharsets.US_ASCII));
    buffer.put(BYTES - 1, (byte) '\n');
    return buffer;
  }

  /** Reads the header of a file that {@link #encode} wrote. */
  static NpyHeader read(FileChannel channel, Path file) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BYTES);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, buffer.position()) < 0) {
        throw new EOFException(file + " ends inside its header");
      }
    }
    byte[] bytes = buffer.array();
    boolean known = Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    Matcher matcher =
        DICTIONARY.matcher(
            new String(
                bytes, MAGIC.length + 2, BYTES - MAGIC.length - 2, StandardCharsets.US_ASCII));
    if (!known || !matcher.matches()) {
      throw new BadFile(
          file, "%s is not an array as Wisp writes it: prepare the store again".formatted(file));
    }
    List<Integer> shape =
        Arrays.stream(matcher.group(2).split(","))
            .map(String::strip)
            .filter(length -> !length.isEmpty())
            .map(Integer::valueOf)
            .toList();
    return new NpyHeader(matcher.group(1), shape);
  }
}
