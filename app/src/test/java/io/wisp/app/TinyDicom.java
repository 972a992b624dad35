package io.wisp.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes DICOM slices of 10 x 10 pixels, explicit and little-endian. */
final class TinyDicom {
  private static final int SIDE = 10;

  private TinyDicom() {}

  static Path slice(Path file, double z) throws IOException {
    return slice(file, z, 1);
  }

  static Path slice(Path file, double z, int series) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    out.position(128).put("DICM".getBytes(StandardCharsets.US_ASCII));
    text(out, 0x0002, 0x0010, "UI", "1.2.840.10008.1.2.1\0");
    text(out, 0x0020, 0x0011, "IS", pad(String.valueOf(series)));
    text(out, 0x0020, 0x0032, "DS", pad("0\\0\\" + z));
    text(out, 0x0020, 0x0037, "DS", "1\\0\\0\\0\\1\\0 ");
    number(out, 0x0010, SIDE);
    number(out, 0x0011, SIDE);
    number(out, 0x0100, 16);
    out.putShort((short) 0x7FE0)
        .putShort((short) 0x0010)
        .put("OW".getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) 0).putInt(2 * SIDE * SIDE);
    for (int i = 0; i < SIDE * SIDE; i++) {
      out.putShort((short) i);
    }
    byte[] bytes = new byte[out.position()];
    out.get(0, bytes);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static String pad(String text) {
    return text.length() % 2 == 0 ? text : text + " ";
  }

  private static void number(ByteBuffer out, int element, int value) {
    out.putShort((short) 0x0028).putShort((short) element);
    out.put("US".getBytes(StandardCharsets.US_ASCII)).putShort((short) 2).putShort((short) value);
  }

  private static void text(ByteBuffer out, int group, int element, String type, String value) {
    out.putShort((short) group).putShort((short) element);
    out.put(type.getBytes(StandardCharsets.US_ASCII)).putShort((short) value.length());
    out.put(value.getBytes(StandardCharsets.US_ASCII));
  }
}
