package io.wisp.layout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.wisp.BadFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of pictures, known by their first bytes, whatever a file is called. */
enum PictureKind {
  PNG("png", "\u0089PNG"),
  JPEG("jpg jpeg jpe jfif", "\u00FF\u00D8\u00FF"),
  TIFF("tif tiff", "II*\0", "MM\0*"),
  BMP("bmp dib", "BM"),
  GIF("gif", "GIF8");

  private static final int READ = 10;

  /** What ends the first bytes of a BMP; its first two, BM, may begin a text as well. */
  private static final String BMP_RESERVED = "\0\0\0\0";

  private final String endings;
  private final String start;
  private final String otherStart;

  PictureKind(String endings, String start) {
    this(endings, start, start);
  }

  PictureKind(String endings, String start, String otherStart) {
    this.endings = endings;
    this.start = start;
    this.otherStart = otherStart;
  }

  /** The format of what a file holds; empty if it is none of these. */
  static Optional<PictureKind> of(Path file) {
    String read;
    try (InputStream in = Files.newInputStream(file)) {
      read = new String(in.readNBytes(READ), ISO_8859_1);
    } catch (IOException e) {
      throw new BadFile(file, "cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
    return Stream.of(values()).filter(kind -> kind.begins(read)).findFirst();
  }

  /** Whether a file is a picture, or is called like one, so that reading it tells what it is. */
  static boolean isPicture(Path file) {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Stream.of(values()).anyMatch(kind -> List.of(kind.endings.split(" ")).contains(ending))
        || of(file).isPresent();
  }

  private boolean begins(String read) {
    return (read.startsWith(start) || read.startsWith(otherStart))
        && (this != BMP || (read.length() == READ && read.endsWith(BMP_RESERVED)));
  }
}
