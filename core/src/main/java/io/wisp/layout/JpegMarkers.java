package io.wisp.layout;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What stands before the pixels of a JPEG: Adobe's marker, and Exif's orientation. */
final class JpegMarkers {
  private static final int START_OF_SCAN = 0xDA;
  private static final int APP1 = 0xE1;
  private static final int APP14 = 0xEE;
  private static final int ORIENTATION = 274;
  private static final int AFTER_NAME = 6;
  private static final int ENTRY = 12;

  private boolean adobe;
  private boolean turned;

  private JpegMarkers() {}

  /**
   * Adobe's programs store inks inverted and say so by their marker; without it the order of inks
   * is anybody's guess.
   */
  static PictureFacts read(Path file) throws IOException {
    JpegMarkers markers = new JpegMarkers();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.readUnsignedShort();
      markers.readAll(in);
    }
    return new PictureFacts(true, markers.turned, false, !markers.adobe);
  }

  private void readAll(DataInputStream in) throws IOException {
    while (in.read() == 0xFF) {
      int marker = in.read();
      while (marker == 0xFF) {
        marker = in.read();
      }
      if (marker == START_OF_SCAN || marker < 0) {
        return;
      }
      int length = in.readUnsignedShort() - 2;
      if (length < 0) {
        return;
      }
      read(marker, in.readNBytes(length));
    }
  }

  private void read(int marker, byte[] segment) {
    adobe |= marker == APP14 && begins(segment, "Adobe");
    if (marker == APP1 && begins(segment, "Exif\0\0")) {
      turned |= orientation(ByteBuffer.wrap(segment, AFTER_NAME, segment.length - AFTER_NAME)) > 1;
    }
  }

  private static boolean begins(byte[] segment, String name) {
    return new String(segment, StandardCharsets.ISO_8859_1).startsWith(name);
  }

  /** The orientation in the first directory; 1, which is upright, if it is not there. */
  private static int orientation(ByteBuffer exif) {
    ByteBuffer tiff = exif.slice();
    if (tiff.remaining() < 8) {
      return 1;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 0 || directory > tiff.limit() - 2) {
      return 1;
    }
    int count = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < count; i++) {
      int entry = directory + 2 + i * ENTRY;
      if (entry + ENTRY > tiff.limit()) {
        return 1;
      }
      if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
        return tiff.getShort(entry + 8);
      }
    }
    return 1;
  }
}
