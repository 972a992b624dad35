package io.wisp.report;

import java.util.Locale;

/** The role of a mark on a chart: its colour in a PNG, its style class in a page. */
enum Ink {
  TEXT(0x1c2733, 1),
  MUTED(0x5b6875, 1),
  GRID(0xe3e7eb, 1),
  AXIS(0x9aa5b1, 1),
  /** The data themselves, many and faint. */
  DATA(0x3b82b8, 0.35),
  /** Bars, boxes. */
  BODY(0x3b82b8, 0.85),
  /** What the reader should look at. */
  ACCENT(0xc2570c, 1);

  private final int rgb;
  private final double opacity;

  Ink(int rgb, double opacity) {
    this.rgb = rgb;
    this.opacity = opacity;
  }

  int argb() {
    return (int) Math.round(opacity * 255) << 24 | rgb;
  }

  /** The styles of all inks as an SVG element, for files without a page around them. */
  static String styleSheet() {
    StringBuilder rules = new StringBuilder("<style>.chart{font:12px sans-serif;background:#fff}");
    rules.append(".line{fill:none}");
    for (Ink ink : values()) {
      String color = String.format(Locale.ROOT, "#%06x", ink.rgb);
      rules.append(
          String.format(
              Locale.ROOT,
              ".line.%1$s{stroke:%2$s;stroke-opacity:%3$s}:not(.line).%1$s{fill:%2$s;fill-opacity:%3$s}",
              ink.style(),
              color,
              ink.opacity));
    }
    return rules.append("</style>").toString();
  }

  String style() {
    return name().toLowerCase(Locale.ROOT);
  }
}
