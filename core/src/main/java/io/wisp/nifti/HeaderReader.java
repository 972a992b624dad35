package io.wisp.nifti;

import io.wisp.volume.Placement;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads and checks a NIfTI header; tells what is wrong with it in the end of a sentence. */
final class HeaderReader {
  private static final int LETTERS_OF_MAGIC = 3;
  private static final int EXTENSION_FLAG = 4;

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
    byte[] start = in.readNBytes(Integer.BYTES);
    if (start.length < Integer.BYTES) {
      throw new BadHeader("is too short to be a NIfTI scan");
    }
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      int version = HeaderBytes.versionOfSize(ByteBuffer.wrap(start).order(order).getInt());
      if (version > 0) {
        byte[] bytes = Arrays.copyOf(start, HeaderBytes.size(version));
        int rest = bytes.length - start.length;
        if (in.readNBytes(bytes, start.length, rest) < rest) {
          throw new EOFException();
        }
        return parse(new HeaderBytes(version, ByteBuffer.wrap(bytes).order(order)), single);
      }
    }
    throw new BadHeader("is not a NIfTI scan");
  }

  private static NiftiHeader parse(HeaderBytes bytes, boolean single) throws BadHeader {
    checkMagic(bytes, single);
    var header =
        new NiftiHeader(
            bytes.version(),
            bytes.order(),
            shape(bytes),
            type((int) bytes.integer(HeaderField.DATA_TYPE, 0)),
            scaling(bytes),
            (int) bytes.integer(HeaderField.INTENT_CODE, 0),
            dataOffset(bytes, single),
            placement(bytes));
    checkSize(header);
    checkPlace(header);
    return header;
  }

  private static Scaling scaling(HeaderBytes bytes) throws BadHeader {
    Scaling scaling =
        Scaling.ofHeader(bytes.real(HeaderField.SLOPE, 0), bytes.real(HeaderField.INTERCEPT, 0));
    if (!Double.isFinite(scaling.intercept())) {
      throw new BadHeader("is damaged: the intercept of its scaling is not a finite number");
    }
    return scaling;
  }

  private static void checkMagic(HeaderBytes bytes, boolean single) throws BadHeader {
    String text = bytes.text(HeaderField.MAGIC, LETTERS_OF_MAGIC);
    int version = bytes.version();
    if (single && text.equals("ni" + version)) {
      throw new BadHeader("says that its voxels are in an .img file: name it .hdr");
    }
    if (!text.equals("n+" + version) && !text.equals("ni" + version)) {
      throw new BadHeader("is not a NIfTI scan (perhaps the older Analyze format; convert it)");
    }
  }

  private static List<Long> shape(HeaderBytes bytes) throws BadHeader {
    long rank = bytes.integer(HeaderField.SHAPE, 0);
    if (rank < 1 || rank > 7) {
      throw new BadHeader("is damaged: its header claims " + rank + " dimensions");
    }
    List<Long> shape = new ArrayList<>();
    for (int axis = 1; axis <= rank; axis++) {
      long extent = bytes.integer(HeaderField.SHAPE, axis);
      if (extent < 1) {
        throw new BadHeader(
            "is damaged: its header claims %s voxels along axis %s".formatted(extent, axis));
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

  private static Placement placement(HeaderBytes bytes) {
    return new Placement(
        bytes.version() == 1 ? Placement.Precision.SINGLE : Placement.Precision.DOUBLE,
        bytes.reals(HeaderField.PIXDIM, 8),
        (int) bytes.integer(HeaderField.QFORM_CODE, 0),
        bytes.reals(HeaderField.QUATERNION, 3),
        bytes.reals(HeaderField.QFORM_OFFSET, 3),
        (int) bytes.integer(HeaderField.SFORM_CODE, 0),
        bytes.reals(HeaderField.SFORM_ROWS, 12),
        (int) bytes.integer(HeaderField.UNITS, 0));
  }

  private static long dataOffset(HeaderBytes bytes, boolean single) throws BadHeader {
    double offset = bytes.real(HeaderField.DATA_OFFSET, 0);
    int smallest = single ? HeaderBytes.size(bytes.version()) + EXTENSION_FLAG : 0;
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
  }

  private static void checkPlace(NiftiHeader header) throws BadHeader {
    try {
      header.affine();
    } catch (IllegalArgumentException e) {
      throw new BadHeader("cannot be placed in space: " + e.getMessage());
    }
  }
}
