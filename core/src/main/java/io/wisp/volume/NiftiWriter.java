package io.wisp.volume;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a volume: little-endian, unscaled, in the version of NIfTI that its geometry needs. */
final class NiftiWriter {
  private static final int BLOCK = 1 << 15;
  private static final int NO_EXTENSIONS = 4;
  private static final byte[] MAGIC_TAIL_2 = {0, '\r', '\n', 0x1A, '\n'};

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
    Path folder = parts.header().toAbsolutePath().getParent();
    Files.createDirectories(folder);
    if (parts.single()) {
      try (AtomicOutput file = new AtomicOutput(parts.header())) {
        try (OutputStream out = packed(parts.header(), file.stream())) {
          out.write(header(true));
          writeVoxels(out);
        }
        file.commit();
      }
      return;
    }
    try (AtomicOutput voxels = new AtomicOutput(parts.voxels());
        AtomicOutput header = new AtomicOutput(parts.header())) {
      try (OutputStream out = packed(parts.voxels(), voxels.stream())) {
        writeVoxels(out);
      }
      try (OutputStream out = packed(parts.header(), header.stream())) {
        out.write(header(false));
      }
      voxels.commit();
      header.commit();
    }
  }

  private static OutputStream packed(Path name, OutputStream out) throws IOException {
    return NiftiName.isGzip(name) ? new GZIPOutputStream(out, 1 << 16) : out;
  }

  private byte[] header(boolean single) {
    NiftiLayout layout = NiftiLayout.of(version);
    int size = NiftiHeader.size(version);
    ByteBuffer header = ByteBuffer.allocate(size + NO_EXTENSIONS).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, size);
    header.put(layout.magic, magic(single));
    header.putShort(layout.type, (short) type.code());
    header.putShort(layout.type + 2, (short) (8 * type.bytes()));
    layout.putReal(header, layout.scaling, 0, 1);
    layout.putDataOffset(header, single ? size + NO_EXTENSIONS : 0);
    header.put(layout.description, "Wisp".getBytes(StandardCharsets.US_ASCII));
    putGeometry(header, layout);
    return header.array();
  }

  private byte[] magic(boolean single) {
    byte[] start = ((single ? "n+" : "ni") + version).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer magic = ByteBuffer.allocate(version == 1 ? 4 : 8).put(start);
    return version == 1 ? magic.array() : magic.put(MAGIC_TAIL_2).array();
  }

  private void putGeometry(ByteBuffer header, NiftiLayout layout) {
    Geometry geometry = volume.geometry();
    int[] shape = geometry.shape();
    layout.putDim(header, 0, geometry.rank());
    for (int axis = 0; axis < 7; axis++) {
      layout.putDim(header, 1 + axis, axis < 3 ? shape[axis] : 1);
    }
    Placement placement = geometry.placement();
    layout.putReals(header, layout.pixdim, placement.pixdim());
    layout.putFormCode(header, layout.qformCode, placement.qformCode());
    layout.putFormCode(header, layout.sformCode, placement.sformCode());
    layout.putReals(header, layout.quaternion, placement.quaternion());
    layout.putReals(header, layout.offset, placement.offset());
    layout.putReals(header, layout.srow, placement.srow());
    layout.putUnits(header, placement.units());
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
