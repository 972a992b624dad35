package io.wisp.slices;

import io.wisp.BadFile;
import io.wisp.UserError;
import io.wisp.base.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/**
 * Images of one byte a pixel in a {@code .npy} file, {@code |u1 [N, size, size]}, memory-mapped.
 * Reads are safe from several threads.
 */
public final class ByteImages {
  private static final String TYPE = "|u1";

  private final MappedArray array;
  private final int size;

  private ByteImages(MappedArray array, int size) {
    this.array = array;
    this.size = size;
  }

  /**
   * Writes a file, whole or not at all, in place of what was there.
   *
   * @param images at least one, of size·size bytes, row by row
   */
  public static void replace(Path file, List<byte[]> images, int size) {
    NpyHeader header = new NpyHeader(TYPE, List.of(images.size(), size, size));
    AtomicFile.replace(
        file,
        channel -> {
          write(channel, header.encode());
          for (byte[] image : images) {
            write(channel, ByteBuffer.wrap(image));
          }
        });
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * Opens a file.
   *
   * @throws UserError if it is damaged, or does not hold so many images of that size
   */
  public static ByteImages open(Path file, int count, int size) {
    MappedArray array = MappedArray.open(file);
    List<Integer> shape = List.of(count, size, size);
    if (!array.type().equals(TYPE) || !array.shape().equals(shape)) {
      throw new BadFile(
          file,
          "%s holds %s %s, but %s %s is wanted: remove it, and begin again"
              .formatted(file, array.type(), array.shape(), TYPE, shape));
    }
    return new ByteImages(array, size);
  }

  /**
   * Reads an image.
   *
   * @param index from 0
   * @return size·size bytes, row by row
   */
  public byte[] read(int index) {
    byte[] image = new byte[size * size];
    array.read(index, image, 0);
    return image;
  }
}
