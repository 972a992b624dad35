package io.wisp.base;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.wisp.BadFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads text in the encodings that spreadsheets and statistics programs write: UTF-8, UTF-16 and
 * UTF-32 with or without a byte order mark, else Windows-1252, which holds Latin-1.
 */
final class TextFile {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** The first bytes of workbooks: a zip archive, and what Excel wrote before 2007. */
  private static final byte[][] WORKBOOKS = {
    {'P', 'K', 3, 4}, {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}
  };

  private TextFile() {}

  /**
   * @throws BadFile if it cannot be read, or holds no text
   */
  static String read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      String why =
          Files.isDirectory(file)
              ? "it is a folder"
              : Files.exists(file) ? e.getMessage() : "there is no such file";
      throw new BadFile(file, "cannot read %s: %s".formatted(file, why), e);
    }
    for (byte[] start : WORKBOOKS) {
      if (startsWith(bytes, start)) {
        throw new BadFile(
            file, "%s is a workbook of a spreadsheet: save its sheet as CSV".formatted(file));
      }
    }
    String text = text(bytes);
    if (text.indexOf('\0') >= 0) {
      throw new BadFile(file, "%s is no text: give a CSV file".formatted(file));
    }
    return text;
  }

  private static String text(byte[] bytes) {
    for (String wide : new String[] {"UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE", "UTF-8"}) {
      Charset charset = Charset.forName(wide);
      byte[] mark = "\uFEFF".getBytes(charset);
      if (startsWith(bytes, mark)) {
        return new String(bytes, mark.length, bytes.length - mark.length, charset);
      }
    }
    if (isWide(bytes, 1)) {
      return new String(bytes, UTF_16LE);
    }
    if (isWide(bytes, 0)) {
      return new String(bytes, UTF_16BE);
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
  }

  /** Whether bytes of Latin letters lie in pairs, of which one is always 0 and the other never. */
  private static boolean isWide(byte[] bytes, int zero) {
    int zeros = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean even = i % 2 == zero;
      if (bytes[i] == 0 && !even) {
        return false;
      }
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return bytes.length % 2 == 0 && zeros * 4 > bytes.length;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    int length = Math.min(start.length, bytes.length);
    return Arrays.equals(bytes, 0, length, start, 0, start.length);
  }
}
