package io.wisp.weights;

import io.wisp.BadFile;
import io.wisp.UserError;
import io.wisp.weights.SafetensorsHeader.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an untrusted safetensors file. */
final class SafetensorsReader {
  /** The bound of the reference implementation. */
  private static final long LONGEST_HEADER = 100_000_000;

  private final Path path;
  private final MappedFile file;

  private SafetensorsReader(Path path, MappedFile file) {
    this.path = path;
    this.file = file;
  }

  static TensorFile read(Path path) {
    try (MappedFile file = MappedFile.open(path)) {
      return new SafetensorsReader(path, file).read();
    } catch (IOException e) {
      throw new BadFile(path, "cannot read %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private TensorFile read() throws IOException {
    long headerLength = headerLength();
    SafetensorsHeader header = header(headerLength);
    long start = Long.BYTES + headerLength;
    checkLayout(header.entries(), file.length() - start);
    Map<String, NamedArray> tensors = new LinkedHashMap<>();
    for (Entry entry : header.entries()) {
      tensors.put(entry.name(), tensor(entry, start));
    }
    return new TensorFile(path, tensors, header.metadata());
  }

  private long headerLength() throws IOException {
    if (file.length() < Long.BYTES) {
      throw damaged("it has only " + file.length() + " bytes");
    }
    ByteBuffer bytes = file.part("the header", 0, Long.BYTES);
    long length = bytes.order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > LONGEST_HEADER || length > file.length() - Long.BYTES) {
      throw damaged("it claims a header of " + Long.toUnsignedString(length) + " bytes");
    }
    return length;
  }

  private SafetensorsHeader header(long length) throws IOException {
    byte[] bytes = new byte[(int) length];
    file.part("the header", Long.BYTES, length).get(bytes);
    try {
      return SafetensorsHeader.parse(bytes);
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw damaged("its header is not valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw damaged(e.getMessage());
    }
  }

  /** The format requires that the tensors cover the data without gap or overlap. */
  private void checkLayout(List<Entry> entries, long dataLength) {
    long covered = 0;
    List<Entry> byPlace =
        entries.stream()
            .sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end))
            .toList();
    for (Entry entry : byPlace) {
      String quoted = "tensor " + Names.quote(entry.name());
      if (entry.end() < entry.begin()) {
        throw damaged(quoted + " ends before it begins");
      }
      if (entry.end() > dataLength) {
        throw damaged(quoted + " reaches beyond the end of the file, which is cut short");
      }
      if (entry.begin() != covered) {
        throw damaged(quoted + (entry.begin() < covered ? " overlaps another" : " follows a gap"));
      }
      covered = entry.end();
    }
    if (covered != dataLength) {
      throw damaged((dataLength - covered) + " bytes at its end belong to no tensor");
    }
  }

  private NamedArray tensor(Entry entry, long start) throws IOException {
    String quoted = "tensor " + Names.quote(entry.name());
    ElementType type =
        ElementType.ofSafetensorsName(entry.dtype())
            .orElseThrow(
                () ->
                    new BadFile(
                        path,
                        "%s: %s has elements of type %s, which Wisp does not read"
                            .formatted(path, quoted, Names.quote(entry.dtype()))));
    long size = entry.end() - entry.begin();
    if (size % type.bytes() != 0 || elementCount(entry, quoted) != size / type.bytes()) {
      throw damaged(quoted + " has a shape that does not fit its " + size + " bytes");
    }
    ByteBuffer data = file.part(quoted, start + entry.begin(), size);
    return new NamedArray(entry.name(), type, entry.shape(), data);
  }

  private long elementCount(Entry entry, String quoted) {
    try {
      return Shapes.elementCount(entry.shape());
    } catch (IllegalArgumentException e) {
      throw damaged(quoted + ": " + e.getMessage());
    }
  }

  private UserError damaged(String why) {
    return new BadFile(path, "%s is not a valid safetensors file: %s".formatted(path, why));
  }
}
