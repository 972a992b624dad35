package io.wisp.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lays tensors out as a safetensors file. */
final class SafetensorsWriter {
  /**
   * The data starts at a multiple of this, and decreasing element sizes keep each tensor aligned.
   */
  private static final int ALIGNMENT = 8;

  /** A channel copies what it writes from the heap, and keeps the copy's memory: small chunks. */
  private static final int CHUNK = 4 << 20;

  private static final Comparator<NamedArray> ORDER =
      Comparator.<NamedArray>comparingInt(tensor -> -tensor.type().bytes())
          .thenComparing(NamedArray::name);

  private SafetensorsWriter() {}

  static void write(FileChannel out, Map<String, String> metadata, Collection<NamedArray> tensors)
      throws IOException {
    List<NamedArray> ordered = tensors.stream().sorted(ORDER).toList();
    checkNames(ordered);
    byte[] header = header(metadata, ordered);
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    writeFully(out, length.putLong(header.length).flip());
    writeFully(out, ByteBuffer.wrap(header));
    for (NamedArray tensor : ordered) {
      writeFully(out, tensor.data());
    }
  }

  private static void checkNames(List<NamedArray> tensors) {
    Set<String> seen = new HashSet<>();
    for (NamedArray tensor : tensors) {
      if (!seen.add(tensor.name())) {
        throw new IllegalArgumentException("two tensors are named '" + tensor.name() + "'");
      }
    }
    if (seen.contains(SafetensorsHeader.METADATA)) {
      throw new IllegalArgumentException(
          "no tensor may be named " + SafetensorsHeader.METADATA + ": the format reserves it");
    }
  }

  private static byte[] header(Map<String, String> metadata, List<NamedArray> tensors)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      writeMetadata(json, metadata);
      long begin = 0;
      for (NamedArray tensor : tensors) {
        long end = begin + tensor.data().remaining();
        writeEntry(json, tensor, begin, end);
        begin = end;
      }
      json.writeEndObject();
    }
    return padded(bytes.toByteArray());
  }

  private static void writeMetadata(JsonGenerator json, Map<String, String> metadata)
      throws IOException {
    if (metadata.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(SafetensorsHeader.METADATA);
    for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeEntry(JsonGenerator json, NamedArray tensor, long begin, long end)
      throws IOException {
    json.writeObjectFieldStart(tensor.name());
    json.writeStringField("dtype", tensor.type().safetensorsName());
    long[] shape = tensor.shape();
    json.writeFieldName("shape");
    json.writeArray(shape, 0, shape.length);
    json.writeFieldName("data_offsets");
    json.writeArray(new long[] {begin, end}, 0, 2);
    json.writeEndObject();
  }

  private static byte[] padded(byte[] header) {
    int length = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] padded = Arrays.copyOf(header, length);
    Arrays.fill(padded, header.length, length, (byte) ' ');
    return padded;
  }

  private static void writeFully(FileChannel out, ByteBuffer data) throws IOException {
    int end = data.limit();
    while (data.position() < end) {
      data.limit(data.position() + Math.min(CHUNK, data.remaining()));
      out.write(data);
      data.limit(end);
    }
  }
}
