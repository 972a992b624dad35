package io.wisp.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the elements of a Part-10 file up to its pixels: the preamble and the group 0002, which are
 * always explicit and little-endian, then the data set in the transfer syntax that the group names.
 * Sequences are passed over.
 */
final class DataSetReader {
  static final int PREAMBLE = 128;
  static final String MARK = "DICM";

  /** Stands for a length that is not told: the value ends with a delimiter. */
  static final long UNDEFINED = 0xFFFF_FFFFL;

  private static final int META_GROUP = 0x0002;
  private static final int DELIMITER_GROUP = 0xFFFE;
  private static final int DEEPEST = 64;
  private static final int LONGEST_VALUE = 1 << 16;

  /** More bytes than this before the pixels are an attack by way of compression. */
  private static final long LONGEST_HEADER = 1L << 28;

  private static final Set<String> LONG_TYPES =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");
  private static final Set<String> SHORT_TYPES =
      Set.of(
          "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FL", "FD", "IS", "LO", "LT", "PN", "SH", "SL",
          "SS", "ST", "TM", "UI", "UL", "US");

  /**
   * The start of an element.
   *
   * @param type the two letters of its value's type; empty where they are not told
   * @param length bytes of its value, or {@link #UNDEFINED}
   */
  record Element(int tag, String type, long length) {
    boolean undefined() {
      return length == UNDEFINED;
    }
  }

  private final ByteSource source;
  private final DataSet data = new DataSet();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  DataSetReader(ByteSource source) {
    this.source = source;
  }

  DataSet data() {
    return data;
  }

  /** Whether the first bytes of a file are those of a Part-10 file. */
  static boolean isMarked(byte[] start) {
    return start.length >= PREAMBLE + MARK.length()
        && MARK.equals(new String(start, PREAMBLE, MARK.length(), StandardCharsets.ISO_8859_1));
  }

  /** Reads the preamble and the group 0002. */
  void readMeta() throws IOException, BadDicom {
    if (!isMarked(source.peek(PREAMBLE + MARK.length()))) {
      throw new BadDicom(
          "is no DICOM file: the mark DICM at byte 128 is missing; fetch it again, or, if it is of"
              + " the time before the mark, convert it with dcmconv");
    }
    source.skip(PREAMBLE + MARK.length());
    while (nextIsMeta()) {
      take(next(true));
    }
  }

  private boolean nextIsMeta() throws IOException {
    byte[] group = source.peek(2);
    return group.length == 2
        && ByteBuffer.wrap(group).order(ByteOrder.LITTLE_ENDIAN).getShort() == META_GROUP;
  }

  /**
   * Reads the data set.
   *
   * @return the element that holds the pixels, whose value comes next; null if there is none
   */
  Element readToPixels(TransferSyntax syntax) throws IOException, BadDicom {
    order = syntax.order();
    data.order(order);
    if (syntax == TransferSyntax.DEFLATED) {
      source.inflate();
    }
    while (!source.atEnd()) {
      Element element = next(syntax.explicit());
      switch (element.tag()) {
        case Tag.PIXEL_DATA -> {
          return element;
        }
        case Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_PIXEL_DATA ->
            throw new BadDicom(
                "holds its pixels as floating-point numbers, which Wisp does not read: convert it"
                    + " with dcm2niix");
        case Tag.ITEM, Tag.ITEM_END, Tag.SEQUENCE_END -> throw damaged(element);
        default -> {
          if (element.undefined()) {
            mark(element);
            skipItems(syntax.explicit() && !element.type().equals("UN"), 1);
          } else {
            take(element);
          }
        }
      }
      if (source.position() > LONGEST_HEADER) {
        throw new BadDicom("has no pixels in its first 256 MB: it is damaged");
      }
    }
    return null;
  }

  /** Keeps the value of an element that Wisp looks at, passes over any other. */
  private void take(Element element) throws IOException, BadDicom {
    Tag known = Tag.of(element.tag());
    if (known == null || known == Tag.SHARED_FUNCTIONAL_GROUPS) {
      mark(element);
      source.skip(element.length());
      return;
    }
    if (element.length() > LONGEST_VALUE) {
      throw new BadDicom(
          String.format(
              Locale.ROOT, "is damaged: its %s claims %,d bytes", known.words(), element.length()));
    }
    data.put(known, source.read(element.length()));
  }

  private void mark(Element element) {
    if (element.tag() == Tag.SHARED_FUNCTIONAL_GROUPS.code()) {
      data.put(Tag.SHARED_FUNCTIONAL_GROUPS, new byte[0]);
    }
  }

  private void skipItems(boolean explicit, int depth) throws IOException, BadDicom {
    if (depth > DEEPEST) {
      throw new BadDicom(
          "is damaged: its sequences lie more than %s deep in one another".formatted(DEEPEST));
    }
    for (Element item = next(explicit); item.tag() != Tag.SEQUENCE_END; item = next(explicit)) {
      if (item.tag() != Tag.ITEM) {
        throw damaged(item);
      }
      if (item.undefined()) {
        skipElements(explicit, depth);
      } else {
        source.skip(item.length());
      }
    }
  }

  private void skipElements(boolean explicit, int depth) throws IOException, BadDicom {
    for (Element inner = next(explicit); inner.tag() != Tag.ITEM_END; inner = next(explicit)) {
      if (inner.undefined()) {
        skipItems(explicit && !inner.type().equals("UN"), depth + 1);
      } else {
        source.skip(inner.length());
      }
    }
  }

  /** Reads the start of an item of pixels. */
  Element nextItem() throws IOException, BadDicom {
    return next(true);
  }

  private Element next(boolean explicit) throws IOException, BadDicom {
    ByteBuffer start = bytes(8);
    int tag = ((start.getShort(0) & 0xFFFF) << 16) | (start.getShort(2) & 0xFFFF);
    if (!explicit || tag >>> 16 == DELIMITER_GROUP) {
      return new Element(tag, "", start.getInt(4) & 0xFFFF_FFFFL);
    }
    String type = "" + (char) start.get(4) + (char) start.get(5);
    if (LONG_TYPES.contains(type)) {
      return new Element(tag, type, bytes(4).getInt(0) & 0xFFFF_FFFFL);
    }
    if (!SHORT_TYPES.contains(type)) {
      throw damaged(new Element(tag, type, 0));
    }
    return new Element(tag, type, start.getShort(6) & 0xFFFF);
  }

  private ByteBuffer bytes(int count) throws IOException, BadDicom {
    return ByteBuffer.wrap(source.read(count)).order(order);
  }

  private BadDicom damaged(Element element) {
    return new BadDicom(
        String.format(
            Locale.ROOT,
            "is damaged: the element %s before byte %,d does not belong there",
            Tag.text(element.tag()),
            source.position()));
  }
}
