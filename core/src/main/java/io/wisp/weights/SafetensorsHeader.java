package io.wisp.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file, as it is written there: shapes and offsets are not yet checked
 * against the file.
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";

  private static final int MOST_DIMENSIONS = 64;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /** One tensor; the offsets count from the end of the header. */
  @SuppressWarnings("ArrayRecordComponent") // lives only while a file is read
  record Entry(String name, String dtype, long[] shape, long begin, long end) {}

  /**
   * Parses the JSON.
   *
   * @throws IOException with a clause that says what is wrong
   */
  static SafetensorsHeader parse(byte[] bytes) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(bytes)) {
      expect(json.nextToken() == JsonToken.START_OBJECT, "its header is not a JSON object");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (name.equals(METADATA)) {
          readMetadata(json, metadata);
        } else {
          entries.add(readEntry(json, name));
        }
      }
      expect(json.nextToken() == null, "its header goes on after the JSON object");
    }
    return new SafetensorsHeader(entries, metadata);
  }

  private static void readMetadata(JsonParser json, Map<String, String> metadata)
      throws IOException {
    expect(json.nextToken() == JsonToken.START_OBJECT, METADATA + " is not an object");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      expect(json.nextToken() == JsonToken.VALUE_STRING, METADATA + " holds more than strings");
      metadata.put(key, json.getText());
    }
  }

  private static Entry readEntry(JsonParser json, String name) throws IOException {
    String quoted = "the entry " + Names.quote(name);
    expect(json.nextToken() == JsonToken.START_OBJECT, quoted + " is not an object");
    String dtype = null;
    long[] shape = null;
    long[] offsets = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "dtype" -> {
          expect(value == JsonToken.VALUE_STRING, quoted + " has a dtype that is not a string");
          dtype = json.getText();
        }
        case "shape" -> shape = readNumbers(json, quoted);
        case "data_offsets" -> offsets = readNumbers(json, quoted);
        default -> json.skipChildren();
      }
    }
    expect(dtype != null && shape != null, quoted + " lacks a dtype or a shape");
    expect(offsets != null && offsets.length == 2, quoted + " lacks its two data_offsets");
    return new Entry(name, dtype, shape, offsets[0], offsets[1]);
  }

  private static long[] readNumbers(JsonParser json, String quoted) throws IOException {
    expect(json.currentToken() == JsonToken.START_ARRAY, quoted + " has no list of numbers");
    long[] numbers = new long[MOST_DIMENSIONS];
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      boolean whole = json.currentToken() == JsonToken.VALUE_NUMBER_INT;
      expect(whole && json.getLongValue() >= 0, quoted + " has a size that is no whole number");
      expect(count < MOST_DIMENSIONS, quoted + " has too many dimensions");
      numbers[count++] = json.getLongValue();
    }
    return Arrays.copyOf(numbers, count);
  }

  private static void expect(boolean condition, String otherwise) throws IOException {
    if (!condition) {
      throw new IOException(otherwise);
    }
  }
}
