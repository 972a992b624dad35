package io.wisp.dicom;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A file read from its start to its end. Lengths that it claims are held against what is left of it
 * before room is made or anything is passed over.
 */
final class ByteSource implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** Deflate cannot pack more than this many bytes into one. */
  private static final long LARGEST_RATIO = 1032;

  private final InputStream file;
  private final Inflater inflater;
  private InputStream in;
  private long left;
  private long position;

  ByteSource(Path path) throws IOException {
    this.left = Files.size(path);
    this.file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    this.in = file;
    this.inflater = new Inflater(true);
  }

  /** Reads on through a raw deflate stream. */
  void inflate() {
    in = new BufferedInputStream(new InflaterInputStream(file, inflater, BUFFER), BUFFER);
    left *= LARGEST_RATIO;
  }

  /** Bytes read so far. */
  long position() {
    return position;
  }

  boolean atEnd() throws IOException {
    return peek(1).length == 0;
  }

  /** The next bytes, which stay to be read; fewer at the end. */
  byte[] peek(int count) throws IOException {
    in.mark(count);
    byte[] bytes = in.readNBytes(count);
    in.reset();
    return bytes;
  }

  /**
   * @throws BadDicom if the file is too short to hold so many bytes
   */
  byte[] read(long count) throws IOException, BadDicom {
    check(count);
    byte[] bytes = in.readNBytes((int) count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    advance(count);
    return bytes;
  }

  void skip(long count) throws IOException, BadDicom {
    check(count);
    in.skipNBytes(count);
    advance(count);
  }

  private void check(long count) throws BadDicom {
    if (count > left || count > Integer.MAX_VALUE - 8) {
      throw new BadDicom(
          String.format(
              Locale.ROOT,
              "claims %,d bytes at byte %,d, more than it has: it is cut off or damaged, fetch it again",
              count,
              position));
    }
  }

  private void advance(long count) {
    position += count;
    left -= count;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    file.close();
  }
}
