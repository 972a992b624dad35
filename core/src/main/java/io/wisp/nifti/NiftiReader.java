package io.wisp.nifti;

import io.wisp.BadFile;
import io.wisp.base.CloseOnFailure;
import io.wisp.volume.Geometry;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a file's header, then its voxels one block after another. Checks what the header claims
 * against the size of the file before it makes room for anything.
 */
final class NiftiReader implements AutoCloseable {
  private static final int BLOCK = 1 << 15;
  private static final int FIRST_ROOM = 1 << 24;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
  private static final int TRAILER = 1 << 16;

  private final PackedFile file;
  private final NiftiHeader header;
  private final InputStream in;
  private final ByteBuffer bytes;
  private final double[] block;
  private long left;

  private NiftiReader(PackedFile file, NiftiHeader header, InputStream in) {
    this.file = file;
    this.header = header;
    this.in = in;
    this.left = header.voxels();
    this.block = new double[(int) Math.min(BLOCK, left)];
    this.bytes = ByteBuffer.allocate(block.length * header.type().bytes()).order(header.order());
  }

  /** Takes voxels, already scaled; {@code block} is used again for the next ones. */
  @FunctionalInterface
  interface BlockConsumer {
    void accept(double[] block, int count);
  }

  /**
   * Reads the header and stands before the first voxel.
   *
   * @throws BadFile if the file is no scan, or is too small for what its header claims
   */
  static NiftiReader open(Path path) {
    NiftiName.Parts parts = NiftiName.toRead(path);
    PackedFile headerFile = PackedFile.of(parts.header());
    if (parts.single()) {
      return opened(
          headerFile, in -> position(headerFile, readHeader(headerFile, in, true), in, true));
    }
    NiftiHeader header = readPairHeader(headerFile);
    PackedFile voxelFile = PackedFile.of(parts.voxels());
    return opened(voxelFile, in -> position(voxelFile, header, in, false));
  }

  @FunctionalInterface
  private interface Opening {
    NiftiReader open(InputStream in) throws IOException;
  }

  private static NiftiReader opened(PackedFile file, Opening opening) {
    try (CloseOnFailure opened = new CloseOnFailure()) {
      NiftiReader reader = opening.open(opened.add(file.open()));
      opened.keep();
      return reader;
    } catch (IOException e) {
      throw file.failure(e);
    }
  }

  private static NiftiHeader readPairHeader(PackedFile file) {
    try (InputStream in = file.open()) {
      NiftiHeader header = readHeader(file, in, false);
      reachChecksum(in);
      return header;
    } catch (IOException e) {
      throw file.failure(e);
    }
  }

  private static NiftiHeader readHeader(PackedFile file, InputStream in, boolean single)
      throws IOException {
    try {
      return HeaderReader.read(in, single);
    } catch (HeaderReader.BadHeader e) {
      throw new BadFile(file.path(), file.path() + " " + e.getMessage() + ".", e);
    }
  }

  private static NiftiReader position(
      PackedFile file, NiftiHeader header, InputStream in, boolean single) throws IOException {
    if (!file.canHold(header.endOfData())) {
      throw new BadFile(
          file.path(),
          "%s is too small for the %s voxels that its header claims: it is cut off or damaged."
              .formatted(file.path(), header.shapeText()));
    }
    in.skipNBytes(header.dataOffset() - (single ? HeaderBytes.size(header.version()) : 0));
    return new NiftiReader(file, header, in);
  }

  NiftiHeader header() {
    return header;
  }

  /**
   * The geometry of a frame.
   *
   * @throws BadFile if a frame has more voxels than one array can hold
   */
  Geometry geometry() {
    if (header.frameVoxels() > LARGEST_ARRAY) {
      throw new BadFile(
          file.path(),
          "%s has %s voxels, more than the 2^31 Wisp can hold: crop it or lower its resolution."
              .formatted(file.path(), header.shapeText()));
    }
    return header.geometry();
  }

  /** Passes over voxels. */
  void skip(long voxels) {
    try {
      in.skipNBytes(voxels * header.type().bytes());
      left -= voxels;
    } catch (IOException e) {
      throw file.failure(e);
    }
  }

  /** Reads all that is left. */
  void readAll(BlockConsumer consumer) {
    while (left > 0) {
      int count = readBlock((int) Math.min(block.length, left));
      consumer.accept(block, count);
    }
  }

  /**
   * Reads one frame.
   *
   * @param source what the volume is to name as its source
   * @throws BadFile if its voxels do not fit one array or Java's memory
   */
  Volume readFrame(ScanSource source) {
    Geometry geometry = geometry();
    int count = (int) geometry.voxelCount();
    checkMemory((long) Float.BYTES * count);
    return new Volume(geometry, readFloats(count), source);
  }

  private float[] readFloats(int count) {
    // What is compressed may still turn out shorter than claimed, so room is made as it comes.
    float[] voxels = new float[file.gzip() ? Math.min(count, FIRST_ROOM) : count];
    for (int done = 0; done < count; ) {
      int read = readBlock(Math.min(block.length, count - done));
      if (done + read > voxels.length) {
        voxels = Arrays.copyOf(voxels, (int) Math.min(count, 2L * voxels.length));
      }
      for (int i = 0; i < read; i++) {
        voxels[done + i] = (float) block[i];
      }
      done += read;
    }
    return voxels;
  }

  private void checkMemory(long needed) {
    if (needed > Runtime.getRuntime().maxMemory()) {
      throw new BadFile(
          file.path(),
          "%s needs %s MB of memory, more than Java may use: raise its limit (-Xmx)."
              .formatted(file.path(), needed >> 20));
    }
  }

  private int readBlock(int count) {
    int wanted = count * header.type().bytes();
    try {
      if (in.readNBytes(bytes.array(), 0, wanted) < wanted) {
        throw new EOFException();
      }
      left -= count;
      if (left == 0) {
        reachChecksum(in);
      }
    } catch (IOException e) {
      throw file.failure(e);
    }
    header.type().decode(bytes, count, block);
    header.scaling().apply(block, count);
    return count;
  }

  /** Reads on to the end, where gzip's checksum stands and is checked; gives up if that is far. */
  private static void reachChecksum(InputStream in) throws IOException {
    in.readNBytes(TRAILER);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw file.failure(e);
    }
  }
}
