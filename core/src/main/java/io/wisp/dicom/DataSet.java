package io.wisp.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The elements of a file's header that Wisp looks at. */
final class DataSet {
  private final Map<Tag, byte[]> values = new EnumMap<>(Tag.class);
  private final Map<Tag, List<DataSet>> sequences = new EnumMap<>(Tag.class);
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  void put(Tag tag, byte[] value) {
    values.put(tag, value);
  }

  /** Keeps the items of a sequence. */
  void put(Tag tag, List<DataSet> items) {
    sequences.put(tag, items);
  }

  /** The items of a sequence; empty if it is missing. */
  List<DataSet> items(Tag tag) {
    return sequences.getOrDefault(tag, List.of());
  }

  void order(ByteOrder order) {
    this.order = order;
  }

  boolean has(Tag tag) {
    return values.containsKey(tag) || sequences.containsKey(tag);
  }

  /** A text without the padding around it; empty if the element is missing. */
  String text(Tag tag) {
    byte[] value = values.getOrDefault(tag, new byte[0]);
    return new String(value, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
  }

  /** A value as it is; empty if the element is missing. */
  byte[] bytes(Tag tag) {
    return values.getOrDefault(tag, new byte[0]);
  }

  /** A 16-bit number that is kept as such. */
  OptionalInt unsigned(Tag tag) throws BadDicom {
    byte[] value = values.getOrDefault(tag, new byte[0]);
    if (value.length == 0) {
      return OptionalInt.empty();
    }
    if (value.length < Short.BYTES) {
      throw new BadDicom("is damaged: its %s has %s bytes".formatted(tag.words(), value.length));
    }
    return OptionalInt.of(ByteBuffer.wrap(value).order(order).getShort() & 0xFFFF);
  }

  /** A 16-bit number that must be there. */
  int needed(Tag tag) throws BadDicom {
    OptionalInt value = unsigned(tag);
    if (value.isEmpty()) {
      throw new BadDicom("has no " + tag.words() + ", which a picture needs: it is damaged");
    }
    return value.getAsInt();
  }

  /**
   * Numbers kept as text, separated by backslashes.
   *
   * @return so many numbers, or none if the element is missing or empty
   */
  List<Double> numbers(Tag tag, int count) throws BadDicom {
    List<Double> numbers = numbers(tag);
    if (!numbers.isEmpty() && numbers.size() != count) {
      throw wrong(tag, text(tag), null);
    }
    return numbers;
  }

  /** Numbers kept as text, as many as there are. */
  List<Double> numbers(Tag tag) throws BadDicom {
    String text = text(tag);
    if (text.isEmpty()) {
      return List.of();
    }
    List<Double> numbers = new ArrayList<>();
    for (String part : text.split("\\\\", -1)) {
      try {
        numbers.add(Double.parseDouble(part.strip()));
      } catch (NumberFormatException e) {
        throw wrong(tag, text, e);
      }
    }
    if (!numbers.stream().allMatch(Double::isFinite)) {
      throw wrong(tag, text, null);
    }
    return List.copyOf(numbers);
  }

  /** Groups and numbers of elements. */
  List<Integer> pointers(Tag tag) {
    ByteBuffer value = ByteBuffer.wrap(values.getOrDefault(tag, new byte[0])).order(order);
    List<Integer> tags = new ArrayList<>();
    while (value.remaining() >= Integer.BYTES) {
      tags.add(((value.getShort() & 0xFFFF) << 16) | (value.getShort() & 0xFFFF));
    }
    return tags;
  }

  /** 32-bit numbers that are kept as such. */
  List<Integer> integers(Tag tag) {
    ByteBuffer value = ByteBuffer.wrap(values.getOrDefault(tag, new byte[0])).order(order);
    List<Integer> numbers = new ArrayList<>();
    while (value.remaining() >= Integer.BYTES) {
      numbers.add(value.getInt());
    }
    return numbers;
  }

  /** A 64-bit number that is kept as such; NaN if it is missing. */
  double real(Tag tag) {
    byte[] value = values.getOrDefault(tag, new byte[0]);
    return value.length < Double.BYTES
        ? Double.NaN
        : ByteBuffer.wrap(value).order(order).getDouble();
  }

  /** One number that is kept as text. */
  double number(Tag tag, double ifMissing) throws BadDicom {
    List<Double> numbers = numbers(tag, 1);
    return numbers.isEmpty() ? ifMissing : numbers.get(0);
  }

  private static BadDicom wrong(Tag tag, String text, Throwable cause) {
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return new BadDicom("is damaged: its %s is \"%s\"".formatted(tag.words(), shown), cause);
  }
}
