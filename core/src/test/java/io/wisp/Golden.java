package io.wisp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Reads a golden file from the test resources, for tests of packages that know no engine. */
public final class Golden {
  private final JsonNode header;
  private final ByteBuffer data;

  private Golden(JsonNode header, ByteBuffer data) {
    this.header = header;
    this.data = data;
  }

  public static Golden read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      ByteBuffer file = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      byte[] header = new byte[Math.toIntExact(file.getLong())];
      file.get(header);
      ByteBuffer data = file.slice().order(ByteOrder.LITTLE_ENDIAN);
      return new Golden(new ObjectMapper().readTree(header), data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Metadata that holds JSON. */
  public JsonNode metadata(String key) {
    try {
      return new ObjectMapper().readTree(header.at("/__metadata__").get(key).textValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String name) {
    return header.has(name);
  }

  public int[] shape(String name) {
    return StreamSupport.stream(header.get(name).get("shape").spliterator(), false)
        .mapToInt(JsonNode::intValue)
        .toArray();
  }

  public float[] floats(String name) {
    float[] values = new float[size(name)];
    data.slice(offset(name), 4 * values.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return values;
  }

  public double scalar(String name) {
    return data.getDouble(offset(name));
  }

  public boolean[] booleans(String name) {
    boolean[] values = new boolean[size(name)];
    for (int i = 0; i < values.length; i++) {
      values[i] = data.get(offset(name) + i) != 0;
    }
    return values;
  }

  private int offset(String name) {
    return header.get(name).get("data_offsets").get(0).intValue();
  }

  private int size(String name) {
    return IntStream.of(shape(name)).reduce(1, Math::multiplyExact);
  }
}
