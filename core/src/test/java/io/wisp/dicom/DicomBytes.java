package io.wisp.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Builds the bytes of DICOM files by hand, sound or not. */
public final class DicomBytes {
  private static final Set<String> LONG = Set.of("OB", "OD", "OF", "OW", "SQ", "UN", "UT");

  private record Value(String type, byte[] bytes, boolean undefined) {}

  private final TransferSyntax syntax;
  private final String syntaxUid;
  private final Map<Integer, Value> elements = new TreeMap<>(Integer::compareUnsigned);

  private DicomBytes(TransferSyntax syntax, String syntaxUid) {
    this.syntax = syntax;
    this.syntaxUid = syntaxUid;
  }

  /** A picture of unsigned 16-bit pixels, of which 12 are used, without the pixels. */
  public static DicomBytes picture(TransferSyntax syntax, int rows, int columns) {
    return new DicomBytes(syntax, syntax.uid())
        .number(0x00280002, 1)
        .text(0x00280004, "CS", "MONOCHROME2")
        .number(0x00280010, rows)
        .number(0x00280011, columns)
        .bits(16, 12, 11, false);
  }

  /** A slice of 1.5 x 1.25 mm pixels, explicit and little-endian. */
  public static DicomBytes slice(int rows, int columns, double x, double y, double z) {
    return picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, rows, columns)
        .text(0x00200032, "DS", x + "\\" + y + "\\" + z)
        .text(0x00200037, "DS", "1\\0\\0\\0\\1\\0")
        .text(0x00280030, "DS", "1.5\\1.25");
  }

  /** The same elements under another transfer syntax, which need not exist. */
  public DicomBytes withSyntax(String uid) {
    DicomBytes copy = new DicomBytes(syntax, uid);
    copy.elements.putAll(elements);
    return copy;
  }

  public DicomBytes bits(int allocated, int stored, int high, boolean signed) {
    return number(0x00280100, allocated)
        .number(0x00280101, stored)
        .number(0x00280102, high)
        .number(0x00280103, signed ? 1 : 0);
  }

  public DicomBytes number(int tag, int value) {
    ByteBuffer bytes = buffer(2);
    bytes.putShort((short) value);
    return raw(tag, "US", bytesOf(bytes));
  }

  public DicomBytes text(int tag, String type, String value) {
    byte[] bytes =
        (value.length() % 2 == 0 ? value : value + " ").getBytes(StandardCharsets.US_ASCII);
    return raw(tag, type, bytes);
  }

  public DicomBytes raw(int tag, String type, byte[] value) {
    elements.put(tag, new Value(type, value, false));
    return this;
  }

  /** A value that ends with a delimiter, which must be among its bytes. */
  public DicomBytes undefined(int tag, String type, byte[] value) {
    elements.put(tag, new Value(type, value, true));
    return this;
  }

  /** A sequence of items, whose elements are explicit and little-endian. */
  public DicomBytes sequence(int tag, DicomBytes... items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (DicomBytes one : items) {
      byte[] inside = one.bare();
      out.writeBytes(item(Tag.ITEM, inside.length));
      out.writeBytes(inside);
    }
    out.writeBytes(item(Tag.SEQUENCE_END, 0));
    return undefined(tag, "SQ", out.toByteArray());
  }

  /** Without any elements. */
  public static DicomBytes empty() {
    return new DicomBytes(
        TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
  }

  /** 32-bit whole numbers. */
  public DicomBytes integers(int tag, int... values) {
    ByteBuffer bytes = buffer(4 * values.length);
    for (int value : values) {
      bytes.putInt(value);
    }
    return raw(tag, "UL", bytesOf(bytes));
  }

  /** A pointer to another element. */
  public DicomBytes pointer(int tag, int to) {
    ByteBuffer bytes = buffer(4);
    bytes.putShort((short) (to >>> 16)).putShort((short) to);
    return raw(tag, "AT", bytesOf(bytes));
  }

  public DicomBytes without(int tag) {
    elements.remove(tag);
    return this;
  }

  /** Plain 16-bit pixels. */
  public DicomBytes pixels(int... words) {
    ByteBuffer bytes = buffer(2 * words.length);
    for (int word : words) {
      bytes.putShort((short) word);
    }
    return raw(Tag.PIXEL_DATA, "OW", bytesOf(bytes));
  }

  /** Pixels that are floating-point numbers of 32 bits. */
  public DicomBytes floats(float... values) {
    ByteBuffer bytes = buffer(4 * values.length);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return number(0x00280100, 32).raw(Tag.FLOAT_PIXEL_DATA, "OF", bytesOf(bytes));
  }

  /** Pixels that are floating-point numbers of 64 bits. */
  public DicomBytes doubles(double... values) {
    ByteBuffer bytes = buffer(8 * values.length);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return number(0x00280100, 64).raw(Tag.DOUBLE_PIXEL_DATA, "OD", bytesOf(bytes));
  }

  /** Packed pixels: an empty table, and fragments. */
  public DicomBytes packed(byte[]... fragments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(item(Tag.ITEM, 0));
    for (byte[] fragment : fragments) {
      out.writeBytes(item(Tag.ITEM, fragment.length));
      out.writeBytes(fragment);
    }
    out.writeBytes(item(Tag.SEQUENCE_END, 0));
    return undefined(Tag.PIXEL_DATA, "OB", out.toByteArray());
  }

  /** The start of an item or the end of a sequence. */
  public byte[] item(int tag, int length) {
    ByteBuffer start = buffer(8);
    start.putShort((short) (tag >>> 16)).putShort((short) tag).putInt(length);
    return bytesOf(start);
  }

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[FileStart.PREAMBLE]);
    out.writeBytes(FileStart.MARK.getBytes(StandardCharsets.US_ASCII));
    String uid = syntaxUid.length() % 2 == 0 ? syntaxUid : syntaxUid + "\0";
    Value value = new Value("UI", uid.getBytes(StandardCharsets.US_ASCII), false);
    write(out, Tag.TRANSFER_SYNTAX.code(), value, true, ByteOrder.LITTLE_ENDIAN);
    out.writeBytes(syntax == TransferSyntax.DEFLATED ? deflated(bare()) : bare());
    return out.toByteArray();
  }

  /** The elements alone, as in files of the time before the preamble. */
  public byte[] bare() {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    elements.forEach(
        (tag, element) -> write(data, tag, element, syntax.explicit(), syntax.order()));
    return data.toByteArray();
  }

  public Path writeTo(Path file) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(
      ByteArrayOutputStream out, int tag, Value value, boolean explicit, ByteOrder order) {
    ByteBuffer head = ByteBuffer.allocate(12).order(order);
    head.putShort((short) (tag >>> 16)).putShort((short) tag);
    int length = value.undefined() ? -1 : value.bytes().length;
    if (explicit) {
      head.put(value.type().getBytes(StandardCharsets.US_ASCII));
    }
    if (explicit && !LONG.contains(value.type())) {
      head.putShort((short) length);
    } else if (explicit) {
      head.putShort((short) 0).putInt(length);
    } else {
      head.putInt(length);
    }
    out.write(bytesOf(head), 0, head.position());
    out.writeBytes(value.bytes());
  }

  private static byte[] deflated(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out, raw)) {
      stream.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      raw.end();
    }
    return out.toByteArray();
  }

  private ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(syntax.order());
  }

  private static byte[] bytesOf(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }
}
