package io.wisp.app;

import io.wisp.confidence.ScanConfidence;
import io.wisp.segmentation.ConfidenceSheet;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which scans to look at first, in a line. */
final class ConfidenceText {
  private static final int SHOWN = 5;

  private ConfidenceText() {}

  static String of(ConfidenceSheet sheet) {
    return sheet.lines().stream()
        .limit(SHOWN)
        .map(line -> "%s (%s)".formatted(line.scan(), text(line.confidence())))
        .collect(Collectors.joining(", "));
  }

  private static String text(ScanConfidence one) {
    return one.leastConfident() < 0
        ? "nothing outlined"
        : String.format(Locale.ROOT, "%.2f, least in slice %d", one.value(), one.leastConfident());
  }
}
