package io.wisp.nifti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Builds the bytes of NIfTI files by hand, sound or not, independently of the writer. */
final class ScanFile {
  private final HeaderBytes header;
  private byte[] extensions = new byte[4];
  private byte[] voxels = new byte[0];

  ScanFile(int version, ByteOrder order) {
    int size = HeaderBytes.size(version);
    this.header = new HeaderBytes(version, ByteBuffer.allocate(size).order(order).putInt(0, size));
    set(HeaderField.MAGIC, "n+" + version);
    set(HeaderField.PIXDIM, List.of(1.0, 1.0, 1.0, 1.0));
    set(HeaderField.DATA_OFFSET, size + 4);
  }

  /** A small sound scan: 4x3x2 voxels of int16. */
  static ScanFile small() {
    return new ScanFile(1, ByteOrder.LITTLE_ENDIAN)
        .shape(4, 3, 2)
        .voxels(DataType.INT16, new float[24]);
  }

  HeaderBytes header() {
    return header;
  }

  ScanFile set(HeaderField field, double value) {
    header.put(field, 0, value);
    return this;
  }

  ScanFile set(HeaderField field, List<Double> values) {
    header.put(field, values);
    return this;
  }

  ScanFile set(HeaderField field, String text) {
    header.put(field, text);
    return this;
  }

  ScanFile shape(long... shape) {
    header.put(HeaderField.SHAPE, 0, shape.length);
    for (int axis = 0; axis < shape.length; axis++) {
      header.put(HeaderField.SHAPE, 1 + axis, (double) shape[axis]);
    }
    return this;
  }

  ScanFile voxels(DataType type, float... values) {
    set(HeaderField.DATA_TYPE, type.code());
    ByteBuffer bytes = ByteBuffer.allocate(values.length * type.bytes()).order(header.order());
    type.encode(values, 0, values.length, bytes);
    voxels = bytes.array();
    return this;
  }

  ScanFile rawVoxels(DataType type, byte[] bytes) {
    set(HeaderField.DATA_TYPE, type.code());
    voxels = bytes;
    return this;
  }

  /** Puts the flag and this many bytes of extensions between header and voxels. */
  ScanFile extended(int bytes) {
    extensions = new byte[4 + bytes];
    extensions[0] = 1;
    return set(HeaderField.DATA_OFFSET, header.bytes().capacity() + extensions.length);
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.bytes().array());
    out.writeBytes(extensions);
    out.writeBytes(voxels);
    return out.toByteArray();
  }

  Path writeTo(Path file) throws IOException {
    return Files.write(file, NiftiName.isGzip(file) ? gzip(bytes()) : bytes());
  }

  /** Writes a pair: the header and its extensions, and the voxels from byte 0 on. */
  Path writePair(Path headerFile, Path imageFile) throws IOException {
    set(HeaderField.MAGIC, "ni" + header.version()).set(HeaderField.DATA_OFFSET, 0);
    byte[] head = header.bytes().array();
    Files.write(headerFile, NiftiName.isGzip(headerFile) ? gzip(head) : head);
    Files.write(imageFile, NiftiName.isGzip(imageFile) ? gzip(voxels) : voxels);
    return headerFile;
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
