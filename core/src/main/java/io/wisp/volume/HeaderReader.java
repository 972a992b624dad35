package io.wisp.volume;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads and checks a NIfTI header; tells what is wrong with it in the end of a sentence. */
final class HeaderReader {
  private static final int SIZE_OF_ANALYZE_MAGIC = 3;

  private HeaderReader() {}

  /** A header that is none, or that Wisp cannot use. The message continues "The file …". */
  static final class BadHeader extends Exception {
    private static final long serialVersionUID = 1;

    BadHeader(String message) {
      super(message);
    }
  }

  /**
   * Reads exactly the header's bytes.
   *
   * @param single whether header and voxels share one file
   */
  static NiftiHeader read(InputStream in, boolean single) throws IOException, BadHeader {
    byte[] bytes = in.readNBytes(NiftiHeader.SIZE_1);
    if (bytes.length < 4) {
      throw new BadHeader("is too short to be a NIfTI scan");
    }
    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    int version = version(ByteBuffer.wrap(bytes).order(order).getInt(0));
    if (version == 0) {
      order = ByteOrder.BIG_ENDIAN;
      version = version(ByteBuffer.wrap(bytes).order(order).getInt(0));
    }
    if (version == 0) {
      throw new BadHeader("is not a NIfTI scan");
    }
    ByteBuffer header = ByteBuffer.allocate(NiftiHeader.size(version)).order(order).put(bytes);
    byte[] rest = in.readNBytes(header.remaining());
    if (rest.length < header.remaining()) {
      throw new EOFException();
    }
    return parse(header.put(rest), version, single);
  }

  private static int version(int headerSize) {
    return headerSize == NiftiHeader.SIZE_1 ? 1 : headerSize == NiftiHeader.SIZE_2 ? 2 : 0;
  }

  private static NiftiHeader parse(ByteBuffer header, int version, boolean single)
      throws BadHeader {
    NiftiLayout layout = NiftiLayout.of(version);
    checkMagic(header, layout, version, single);
    List<Long> shape = shape(header, layout);
    DataType type = type(header.getShort(layout.type));
    double slope = layout.real(header, layout.scaling, 0);
    Scaling scaling = Scaling.ofHeader(slope, layout.real(header, layout.scaling, 1));
    if (!Double.isFinite(scaling.intercept())) {
      throw new BadHeader("has a scaling whose intercept is not finite");
    }
    Placement placement = placement(header, layout);
    long offset = dataOffset(layout.dataOffset(header), version, single);
    var result = new NiftiHeader(version, header.order(), shape, type, scaling, offset, placement);
    checkSize(result);
    return result;
  }

  private static void checkMagic(ByteBuffer header, NiftiLayout layout, int version, boolean single)
      throws BadHeader {
    byte[] magic = new byte[SIZE_OF_ANALYZE_MAGIC];
    header.get(layout.magic, magic);
    String text = new String(magic, StandardCharsets.ISO_8859_1);
    if (single && text.equals("ni" + version)) {
      throw new BadHeader("says that its voxels are in an .img file: name it .hdr");
    }
    if (!text.equals("n+" + version) && !text.equals("ni" + version)) {
      throw new BadHeader("is not a NIfTI scan (perhaps the older Analyze format; convert it)");
    }
  }

  private static List<Long> shape(ByteBuffer header, NiftiLayout layout) throws BadHeader {
    long rank = layout.dim(header, 0);
    if (rank < 1 || rank > 7) {
      throw new BadHeader("is damaged: its header claims " + rank + " dimensions");
    }
    List<Long> shape = new ArrayList<>();
    for (int axis = 1; axis <= rank; axis++) {
      long extent = layout.dim(header, axis);
      if (extent < 1) {
        throw new BadHeader(
            "is damaged: its header claims %d voxels along axis %d".formatted(extent, axis));
      }
      shape.add(extent);
    }
    return List.copyOf(shape);
  }

  private static DataType type(int code) throws BadHeader {
    var type = DataType.ofCode(code);
    if (type.isPresent()) {
      return type.get();
    }
    String name =
        switch (code) {
          case 1 -> "single bits";
          case 32, 1792, 2048 -> "complex numbers";
          case 128, 2304 -> "colours (RGB)";
          case 1536 -> "128-bit floats";
          default -> "an unknown type (code " + code + ")";
        };
    throw new BadHeader(
        "stores its voxels as " + name + ", which Wisp does not read: convert it to float32");
  }

  private static Placement placement(ByteBuffer header, NiftiLayout layout) throws BadHeader {
    boolean version1 = layout == NiftiLayout.NIFTI_1;
    var placement =
        new Placement(
            version1 ? Placement.Precision.SINGLE : Placement.Precision.DOUBLE,
            layout.reals(header, layout.pixdim, 8),
            layout.formCode(header, layout.qformCode),
            layout.reals(header, layout.quaternion, 3),
            layout.reals(header, layout.offset, 3),
            layout.formCode(header, layout.sformCode),
            layout.reals(header, layout.srow, 12),
            layout.units(header));
    for (int axis = 0; axis < 3; axis++) {
      if (!Double.isFinite(placement.zoom(axis))) {
        throw new BadHeader("is damaged: its voxel sizes are not finite numbers");
      }
    }
    return placement;
  }

  private static long dataOffset(double offset, int version, boolean single) throws BadHeader {
    int smallest = single ? NiftiHeader.size(version) + 4 : 0;
    if (single && offset == 0) {
      return smallest;
    }
    if (!(offset >= smallest && offset < Long.MAX_VALUE)) {
      throw new BadHeader("is damaged: its header puts the voxels at byte " + offset);
    }
    return (long) offset;
  }

  private static void checkSize(NiftiHeader header) throws BadHeader {
    try {
      long voxels = header.shape().stream().reduce(1L, Math::multiplyExact);
      long bytes = Math.multiplyExact(voxels, (long) header.type().bytes());
      Math.addExact(bytes, header.dataOffset());
    } catch (ArithmeticException e) {
      throw new BadHeader(
          "is damaged: its header claims the impossible shape " + header.shapeText());
    }
    try {
      header.affine();
    } catch (IllegalArgumentException e) {
      throw new BadHeader("cannot be placed in space: " + e.getMessage());
    }
  }
}
