package io.wisp.nifti;

import io.wisp.base.AtomicFile;
import io.wisp.volume.Geometry;
import io.wisp.volume.Placement;
import io.wisp.volume.Volume;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes a volume: little-endian, unscaled, in the version of NIfTI that its geometry needs. */
final class NiftiWriter {
  private static final int BLOCK = 1 << 15;
  private static final byte[] NO_EXTENSIONS = new byte[4];
  private static final List<String> MAGIC_TAIL = List.of("\0", "\0\r\n\032\n");

  private final Volume volume;
  private final DataType type;
  private final int version;

  NiftiWriter(Volume volume, DataType type) {
    this.volume = volume;
    this.type = type;
    this.version = version(volume.geometry());
  }

  private static int version(Geometry geometry) {
    int longest = Math.max(geometry.nx(), Math.max(geometry.ny(), geometry.nz()));
    boolean single = geometry.placement().precision() == Placement.Precision.SINGLE;
    return single && longest <= Short.MAX_VALUE ? 1 : 2;
  }

  void write(NiftiName.Parts parts) throws IOException {
    Files.createDirectories(parts.header().toAbsolutePath().getParent());
    if (parts.single()) {
      replace(
          parts.header(),
          out -> {
            out.write(header(true));
            writeVoxels(out);
          });
      return;
    }
    // One inside the other: neither takes its place before both are written.
    replace(
        parts.header(),
        out -> {
          out.write(header(false));
          replace(parts.voxels(), this::writeVoxels);
        });
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static void replace(Path file, Content content) {
    AtomicFile.replace(
        file,
        channel -> {
          OutputStream plain = Channels.newOutputStream(channel); // closed with the channel
          if (NiftiName.isGzip(file)) {
            GZIPOutputStream packed = new GZIPOutputStream(plain, 1 << 16);
            content.writeTo(packed);
            packed.finish();
          } else {
            content.writeTo(plain);
          }
        });
  }

  private byte[] header(boolean single) {
    HeaderBytes header = HeaderBytes.blank(version);
    int size = HeaderBytes.size(version) + NO_EXTENSIONS.length;
    header.put(HeaderField.MAGIC, (single ? "n+" : "ni") + version + MAGIC_TAIL.get(version - 1));
    header.put(HeaderField.DATA_TYPE, 0, type.code());
    header.put(HeaderField.BITS_PER_VOXEL, 0, 8 * type.bytes());
    header.put(HeaderField.DATA_OFFSET, 0, single ? size : 0);
    header.put(HeaderField.SLOPE, 0, 1);
    header.put(HeaderField.DESCRIPTION, "Wisp");
    putGeometry(header);
    return Arrays.copyOf(header.bytes().array(), size);
  }

  private void putGeometry(HeaderBytes header) {
    Geometry geometry = volume.geometry();
    int[] shape = geometry.shape();
    header.put(HeaderField.SHAPE, 0, geometry.rank());
    for (int axis = 0; axis < 7; axis++) {
      header.put(HeaderField.SHAPE, 1 + axis, axis < 3 ? shape[axis] : 1);
    }
    Placement placement = geometry.placement();
    header.put(HeaderField.PIXDIM, placement.pixdim());
    header.put(HeaderField.QFORM_CODE, 0, placement.qformCode());
    header.put(HeaderField.SFORM_CODE, 0, placement.sformCode());
    header.put(HeaderField.QUATERNION, placement.quaternion());
    header.put(HeaderField.QFORM_OFFSET, placement.offset());
    header.put(HeaderField.SFORM_ROWS, placement.srow());
    header.put(HeaderField.UNITS, 0, placement.units());
  }

  private void writeVoxels(OutputStream out) throws IOException {
    float[] voxels = volume.voxels();
    ByteBuffer block = ByteBuffer.allocate(BLOCK * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int done = 0; done < voxels.length; ) {
      int count = Math.min(BLOCK, voxels.length - done);
      type.encode(voxels, done, count, block);
      out.write(block.array(), 0, count * type.bytes());
      done += count;
    }
  }
}
