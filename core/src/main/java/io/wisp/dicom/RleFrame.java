package io.wisp.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Unpacks run-length encoding (DICOM PS3.5, annex G): a segment for each byte of a pixel, the
 * highest first, each packed by the PackBits scheme.
 */
final class RleFrame {
  private static final int HEADER = 64;

  private RleFrame() {}

  static double[] decode(byte[] packed, PixelFormat format) throws BadDicom {
    ByteBuffer header = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    int bytes = format.bitsAllocated() / 8;
    if (packed.length < HEADER || header.getInt(0) != bytes) {
      throw new BadDicom("is damaged: its run-length encoding does not fit its pixels");
    }
    byte[] unpacked = new byte[(int) Math.min(format.frameBytes(), Integer.MAX_VALUE - 8)];
    if (unpacked.length < format.frameBytes()) {
      throw new BadDicom("has a picture too large to unpack");
    }
    for (int segment = 0; segment < bytes; segment++) {
      int from = header.getInt(4 * (segment + 1));
      int to = segment + 1 < bytes ? header.getInt(4 * (segment + 2)) : packed.length;
      if (from < HEADER || from > to || to > packed.length) {
        throw tooShort();
      }
      unpack(packed, from, to, unpacked, segment, bytes);
    }
    return format.decode(ByteBuffer.wrap(unpacked).order(ByteOrder.BIG_ENDIAN));
  }

  private static void unpack(byte[] in, int from, int to, byte[] out, int first, int step)
      throws BadDicom {
    int at = from;
    int put = first;
    while (put < out.length) {
      if (at >= to) {
        throw tooShort();
      }
      int control = in[at++];
      if (control == Byte.MIN_VALUE) {
        continue;
      }
      boolean run = control < 0;
      int count = 1 + Math.abs(control);
      if (at + (run ? 1 : count) > to) {
        throw tooShort();
      }
      for (int i = 0; i < count && put < out.length; i++, put += step) {
        out[put] = in[run ? at : at + i];
      }
      at += run ? 1 : count;
    }
  }

  private static BadDicom tooShort() {
    return new BadDicom("is cut off or damaged: its run-length encoding ends too early");
  }
}
