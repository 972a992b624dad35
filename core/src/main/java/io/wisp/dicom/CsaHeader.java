package io.wisp.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of Siemens scanners in a private element: named lists of texts, in one of two
 * versions. What does not fit the format ends it, so that what is damaged is missing.
 */
final class CsaHeader {
  private static final String SECOND_VERSION = "SV10";
  private static final int NAME_LENGTH = 64;
  private static final int MOST = 1000;

  private final ByteBuffer bytes;
  private final boolean second;
  private final int tags;
  private int firstCount = -1;

  private CsaHeader(byte[] value) {
    bytes = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    second =
        new String(value, 0, Math.min(4, value.length), StandardCharsets.US_ASCII)
            .equals(SECOND_VERSION);
    bytes.position(Math.min(second ? 8 : 0, value.length));
    tags = bytes.remaining() >= 8 ? bytes.getInt() : 0;
    skip(4);
  }

  /**
   * The numbers under a name.
   *
   * @return empty if they are not there, or are no numbers
   */
  static List<Double> numbers(byte[] value, String name) {
    CsaHeader header = new CsaHeader(value);
    for (int tag = 0; tag < Math.min(header.tags, MOST); tag++) {
      Optional<List<String>> found = header.next(name);
      if (found.isEmpty()) {
        return List.of();
      }
      if (!found.get().isEmpty()) {
        return parsed(found.get());
      }
    }
    return List.of();
  }

  private static List<Double> parsed(List<String> texts) {
    try {
      return texts.stream().map(Double::valueOf).toList();
    } catch (NumberFormatException e) {
      return List.of();
    }
  }

  /** The texts of the next list if it has the name, else none of them; empty at the end. */
  private Optional<List<String>> next(String wanted) {
    if (bytes.remaining() < NAME_LENGTH + 20) {
      return Optional.empty();
    }
    String name = text(NAME_LENGTH);
    bytes.getInt(); // how many of the items count
    bytes.getLong(); // their type
    int items = bytes.getInt();
    bytes.getInt();
    if (firstCount < 0) {
      firstCount = items;
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      if (bytes.remaining() < 16) {
        return Optional.empty();
      }
      int first = bytes.getInt();
      int length = second ? bytes.getInt() : first - firstCount;
      skip(second ? 8 : 12);
      if (length < 0 || length > bytes.remaining()) {
        return Optional.empty();
      }
      String item = text(length);
      skip((4 - length % 4) % 4);
      if (!item.isEmpty()) {
        texts.add(item);
      }
    }
    return Optional.of(name.equals(wanted) ? List.copyOf(texts) : List.of());
  }

  private void skip(int count) {
    bytes.position(Math.min(bytes.limit(), bytes.position() + count));
  }

  /** A text that ends with its first zero. */
  private String text(int length) {
    byte[] raw = new byte[length];
    bytes.get(raw);
    String whole = new String(raw, StandardCharsets.ISO_8859_1);
    int end = whole.indexOf('\0');
    return (end < 0 ? whole : whole.substring(0, end)).strip();
  }
}
