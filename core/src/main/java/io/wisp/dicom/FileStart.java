package io.wisp.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The first bytes of a file, by which DICOM is known whatever the file is called: the mark after
 * the preamble or, without one, two elements in their order.
 */
final class FileStart {
  static final int PREAMBLE = 128;
  static final String MARK = "DICM";

  /** So many bytes tell it. */
  static final int LENGTH = 256;

  private static final int META_GROUP = 0x0002;
  private static final int FIRST_GROUP = 0x0008;
  private static final Set<Integer> NEXT_GROUPS = Set.of(0x08, 0x09, 0x10, 0x18, 0x20, 0x28);
  private static final int LONGEST_FIRST = 128;

  private FileStart() {}

  static boolean isDicom(byte[] start) {
    return isMarked(start) || isBare(start);
  }

  /** Whether they are those of a Part-10 file. */
  static boolean isMarked(byte[] start) {
    return start.length >= PREAMBLE + MARK.length()
        && MARK.equals(new String(start, PREAMBLE, MARK.length(), StandardCharsets.ISO_8859_1));
  }

  /** Whether they are elements without a preamble. */
  static boolean isBare(byte[] start) {
    return start.length >= 2
        && (group(start, 0, ByteOrder.LITTLE_ENDIAN) == META_GROUP
            ? second(start, ByteOrder.LITTLE_ENDIAN, true)
            : syntax(start).isPresent());
  }

  /** The encoding of a data set that begins here; none if it begins otherwise. */
  static Optional<TransferSyntax> syntax(byte[] start) {
    if (second(start, ByteOrder.LITTLE_ENDIAN, true)) {
      return Optional.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }
    if (second(start, ByteOrder.BIG_ENDIAN, true)) {
      return Optional.of(TransferSyntax.EXPLICIT_BIG_ENDIAN);
    }
    return second(start, ByteOrder.LITTLE_ENDIAN, false)
        ? Optional.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)
        : Optional.empty();
  }

  /**
   * Whether an element of the first groups is followed by another one. Where elements do not tell
   * their type, the first must hold text, or the length of its group.
   */
  private static boolean second(byte[] start, ByteOrder order, boolean explicit) {
    int group = group(start, 0, order);
    long length = length(start, 0, order, explicit);
    if ((group != META_GROUP && group != FIRST_GROUP) || length < 0 || length > LONGEST_FIRST) {
      return false;
    }
    int next = (int) length + 8;
    if (!explicit && !(number(start, 0, order) <= 1 ? length == 4 : isText(start, 8, next))) {
      return false;
    }
    int following = group(start, next, order);
    boolean inOrder =
        following == group
            ? number(start, next, order) > number(start, 0, order)
            : following > group && NEXT_GROUPS.contains(following);
    return inOrder
        && (length(start, next, order, explicit) >= 0 || (explicit && isLong(start, next)));
  }

  private static boolean isText(byte[] start, int from, int to) {
    for (int i = from; i < to; i++) {
      if (start[i] < ' ' && !(start[i] == 0 && i == to - 1)) {
        return false;
      }
    }
    return to > from;
  }

  private static int group(byte[] start, int at, ByteOrder order) {
    return at + 8 > start.length ? -1 : word(start, at, order);
  }

  private static int number(byte[] start, int at, ByteOrder order) {
    return word(start, at + 2, order);
  }

  private static int word(byte[] start, int at, ByteOrder order) {
    return ByteBuffer.wrap(start).order(order).getShort(at) & 0xFFFF;
  }

  private static boolean isLong(byte[] start, int at) {
    return DataSetReader.LONG_TYPES.contains(type(start, at));
  }

  private static String type(byte[] start, int at) {
    return new String(start, at + 4, 2, StandardCharsets.ISO_8859_1);
  }

  /** The length of a short element's value; -1 if there is none. */
  private static long length(byte[] start, int at, ByteOrder order, boolean explicit) {
    if (at + 8 > start.length) {
      return -1;
    }
    if (!explicit) {
      long length = ByteBuffer.wrap(start).order(order).getInt(at + 4) & 0xFFFF_FFFFL;
      return length % 2 == 0 ? length : -1;
    }
    return DataSetReader.SHORT_TYPES.contains(type(start, at)) ? word(start, at + 6, order) : -1;
  }
}
