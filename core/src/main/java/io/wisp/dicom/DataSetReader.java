package io.wisp.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the elements of a Part-10 file up to its pixels: the preamble and the group 0002, which are
 * always explicit and little-endian, then the data set in the transfer syntax that the group names.
 * Preamble and group may be missing. Of sequences only those are kept that place a picture.
 */
final class DataSetReader {
  /** Stands for a length that is not told: the value ends with a delimiter. */
  static final long UNDEFINED = 0xFFFF_FFFFL;

  private static final int META_GROUP = 0x0002;
  private static final int DELIMITER_GROUP = 0xFFFE;
  private static final int DEEPEST = 64;
  private static final int LONGEST_VALUE = 1 << 16;
  private static final int MOST_ITEMS = 100_000;

  /** More bytes than this before the pixels are an attack by way of compression. */
  private static final long LONGEST_HEADER = 1L << 28;

  static final Set<String> LONG_TYPES =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");
  static final Set<String> SHORT_TYPES =
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
  private int items;
  private boolean pixelsBegun;

  DataSetReader(ByteSource source) {
    this.source = source;
  }

  DataSet data() {
    return data;
  }

  /**
   * Reads what comes before the data set: the preamble and the group 0002, as far as they are
   * there.
   *
   * @return the transfer syntax that the elements after it show, which the group 0002 need not tell
   */
  Optional<TransferSyntax> readMeta() throws IOException, BadDicom {
    byte[] start = source.peek(FileStart.LENGTH);
    if (FileStart.isMarked(start)) {
      source.skip(FileStart.PREAMBLE + FileStart.MARK.length());
    } else if (!FileStart.isBare(start)) {
      throw new BadDicom(
          "is no DICOM file: neither has it the mark DICM at byte 128, nor does it begin with DICOM"
              + " elements; fetch it again or leave it out");
    }
    while (nextIsMeta()) {
      take(data, next(true), true, 0);
    }
    return FileStart.syntax(source.peek(FileStart.LENGTH));
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
        case Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_PIXEL_DATA -> {
          pixelsBegun = true;
          return element;
        }
        case Tag.ITEM, Tag.ITEM_END, Tag.SEQUENCE_END -> throw damaged(element);
        default -> take(data, element, syntax.explicit(), 0);
      }
    }
    return null;
  }

  /** Keeps the value of an element that Wisp looks at, passes over any other. */
  private void take(DataSet into, Element element, boolean explicit, int depth)
      throws IOException, BadDicom {
    Tag known = Tag.of(element.tag());
    boolean explicitItems = explicit && !element.type().equals("UN");
    if (known != null && known.isSequence()) {
      into.put(known, items(element, explicitItems, depth + 1));
    } else if (element.undefined()) {
      skipItems(explicitItems, depth + 1);
    } else if (known == null || isTooLongToKeep(known, element)) {
      source.skip(element.length());
    } else if (element.length() > LONGEST_VALUE) {
      throw new BadDicom(
          String.format(
              Locale.ROOT, "is damaged: its %s claims %,d bytes", known.words(), element.length()));
    } else {
      into.put(known, source.read(element.length()));
    }
  }

  /** Private elements may be of any length. */
  private static boolean isTooLongToKeep(Tag known, Element element) {
    return known == Tag.SIEMENS_CSA_HEADER && element.length() > LONGEST_VALUE;
  }

  private List<DataSet> items(Element sequence, boolean explicit, int depth)
      throws IOException, BadDicom {
    checkDepth(depth);
    List<DataSet> found = new ArrayList<>();
    long end = end(sequence);
    while (source.position() < end) {
      Element item = next(explicit);
      if (item.tag() == Tag.SEQUENCE_END && sequence.undefined()) {
        break;
      }
      if (item.tag() != Tag.ITEM || ++items > MOST_ITEMS) {
        throw damaged(item);
      }
      found.add(item(item, explicit, depth));
    }
    return List.copyOf(found);
  }

  private DataSet item(Element item, boolean explicit, int depth) throws IOException, BadDicom {
    DataSet inner = new DataSet();
    inner.order(order);
    long end = end(item);
    while (source.position() < end) {
      Element element = next(explicit);
      if (element.tag() == Tag.ITEM_END && item.undefined()) {
        break;
      }
      take(inner, element, explicit, depth);
    }
    return inner;
  }

  private long end(Element element) {
    return element.undefined() ? Long.MAX_VALUE : source.position() + element.length();
  }

  private static void checkDepth(int depth) throws BadDicom {
    if (depth > DEEPEST) {
      throw new BadDicom(
          "is damaged: its sequences lie more than %s deep in one another".formatted(DEEPEST));
    }
  }

  private void skipItems(boolean explicit, int depth) throws IOException, BadDicom {
    checkDepth(depth);
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
    if (!pixelsBegun && source.position() > LONGEST_HEADER) {
      throw new BadDicom("has no pixels in its first 256 MB: it is damaged");
    }
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
