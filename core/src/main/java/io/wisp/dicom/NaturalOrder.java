package io.wisp.dicom;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Orders names as people do: {@code IM2} before {@code IM10}. */
final class NaturalOrder {
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private NaturalOrder() {}

  /** A text to compare, in which numbers are padded. */
  static String key(Path file) {
    return DIGITS
        .matcher(file.getFileName().toString())
        .replaceAll(found -> "0".repeat(Math.max(0, 12 - found.group().length())) + found.group());
  }
}
