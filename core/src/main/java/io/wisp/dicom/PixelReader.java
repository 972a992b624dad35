package io.wisp.dicom;

import io.wisp.dicom.DataSetReader.Element;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the frames of a file whose header has just been read. */
final class PixelReader {
  private final ByteSource source;
  private final DataSetReader elements;
  private final TransferSyntax syntax;
  private final PixelFormat format;

  PixelReader(
      ByteSource source, DataSetReader elements, TransferSyntax syntax, PixelFormat format) {
    this.source = source;
    this.elements = elements;
    this.syntax = syntax;
    this.format = format;
  }

  void read(Element pixels, DicomFile.FrameConsumer consumer) throws IOException, BadDicom {
    boolean packed = syntax.packing() != TransferSyntax.Packing.NONE;
    if (packed != pixels.undefined()) {
      throw new BadDicom(
          "is damaged: its pixels are not laid out as its transfer syntax (%s) says"
              .formatted(syntax.words()));
    }
    if (packed) {
      List<byte[]> frames = packedFrames();
      for (int frame = 0; frame < frames.size(); frame++) {
        consumer.accept(frame, unpack(frames.get(frame)));
      }
    } else {
      readPlain(pixels, consumer);
    }
  }

  private void readPlain(Element pixels, DicomFile.FrameConsumer consumer)
      throws IOException, BadDicom {
    long needed = format.frameBytes() * format.frames();
    if (pixels.length() < needed) {
      throw new BadDicom(
          String.format(
              Locale.ROOT,
              "holds %,d bytes of pixels, but %d pictures of %dx%d pixels need %,d: it is damaged",
              pixels.length(),
              format.frames(),
              format.columns(),
              format.rows(),
              needed));
    }
    for (int frame = 0; frame < format.frames(); frame++) {
      byte[] stored = source.read(format.frameBytes());
      consumer.accept(frame, format.decode(ByteBuffer.wrap(stored).order(syntax.order())));
    }
  }

  private double[] unpack(byte[] packed) throws BadDicom {
    return switch (syntax.packing()) {
      case RLE -> RleFrame.decode(packed, format);
      case JPEG -> PictureFrame.decode(packed, format, "jpeg");
      case JPEG_2000 -> PictureFrame.decode(packed, format, "jpeg2000");
      case NONE, FOREIGN -> throw new IllegalStateException(syntax.words());
    };
  }

  /** The bytes of each frame; the first item is a table of offsets, which may be empty. */
  private List<byte[]> packedFrames() throws IOException, BadDicom {
    List<byte[]> items = new ArrayList<>();
    try {
      for (Element item = elements.nextItem();
          item.tag() != Tag.SEQUENCE_END;
          item = elements.nextItem()) {
        if (item.tag() != Tag.ITEM || item.undefined()) {
          throw new BadDicom("is damaged: its packed pixels are broken off");
        }
        items.add(source.read(item.length()));
      }
    } catch (EOFException e) {
      throw new BadDicom("is cut off: its packed pixels have no end, fetch it again", e);
    }
    if (items.size() < 2) {
      throw new BadDicom("is damaged: it holds no pixels");
    }
    return frames(items.get(0), items.subList(1, items.size()));
  }

  private List<byte[]> frames(byte[] table, List<byte[]> fragments) throws BadDicom {
    if (format.frames() == 1) {
      return List.of(joined(fragments));
    }
    if (fragments.size() == format.frames()) {
      return fragments;
    }
    if (table.length != 4L * format.frames()) {
      throw new BadDicom(
          "holds %s pieces of packed pixels for %s pictures and does not tell which is whose:"
                  .formatted(fragments.size(), format.frames())
              + " convert it with "
              + syntax.converter());
    }
    return byTable(ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN), fragments);
  }

  private List<byte[]> byTable(ByteBuffer starts, List<byte[]> fragments) throws BadDicom {
    List<List<byte[]>> groups = new ArrayList<>();
    long offset = 0;
    for (byte[] fragment : fragments) {
      int frame = groups.size();
      if (frame < format.frames() && Integer.toUnsignedLong(starts.getInt(4 * frame)) == offset) {
        groups.add(new ArrayList<>());
      }
      if (groups.isEmpty()) {
        break;
      }
      groups.get(groups.size() - 1).add(fragment);
      offset += 8L + fragment.length;
    }
    if (groups.size() != format.frames()) {
      throw new BadDicom("is damaged: its table of pictures does not fit them");
    }
    List<byte[]> frames = new ArrayList<>();
    groups.forEach(group -> frames.add(joined(group)));
    return frames;
  }

  private static byte[] joined(List<byte[]> fragments) {
    if (fragments.size() == 1) {
      return fragments.get(0);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    fragments.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
