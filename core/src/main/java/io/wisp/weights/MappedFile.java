package io.wisp.weights;

import io.wisp.BadFile;
import io.wisp.UserError;
import io.wisp.base.CloseOnFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Read-only views of the parts of a file. A file below 2 GB is mapped once; a larger one part by
 * part, since no buffer is larger. Views stay valid after the file is closed, and several threads
 * may read them; the file itself is used by one thread, which closes it.
 */
final class MappedFile implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final long length;
  private ByteBuffer whole;

  private MappedFile(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.length = channel.size();
  }

  /**
   * Opens a file.
   *
   * @throws UserError if it is missing or a folder
   */
  static MappedFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadFile(
          file, Files.exists(file) ? file + " is not a file" : file + " does not exist");
    }
    try (CloseOnFailure opened = new CloseOnFailure()) {
      FileChannel channel = opened.add(FileChannel.open(file, StandardOpenOption.READ));
      MappedFile mapped = new MappedFile(file, channel);
      opened.keep();
      return mapped;
    }
  }

  long length() {
    return length;
  }

  FileChannel channel() {
    return channel;
  }

  /**
   * The bytes from {@code offset} on.
   *
   * @param what the part, named in errors
   * @throws UserError if the part reaches beyond the end of the file, or is too large
   */
  ByteBuffer part(String what, long offset, long size) throws IOException {
    if (offset < 0 || size < 0 || offset > length - size) {
      throw new BadFile(
          file,
          "%s is cut short: %s reaches beyond its end. Copy or download it again."
              .formatted(file, what));
    }
    if (size > Integer.MAX_VALUE) {
      throw new BadFile(
          file, "%s: %s takes %s bytes; Wisp reads tensors below 2 GB".formatted(file, what, size));
    }
    if (length > Integer.MAX_VALUE) {
      return channel.map(MapMode.READ_ONLY, offset, size);
    }
    if (whole == null) {
      whole = channel.map(MapMode.READ_ONLY, 0, length);
    }
    return whole.slice((int) offset, (int) size);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
