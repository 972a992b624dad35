package io.wisp.report;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text as outlines to fill, from the bundled Open Sans. AWT's own text needs fontconfig, FreeType
 * and fonts on the machine, and fails without; outlines need none of them and look the same
 * everywhere. Safe to use from several threads.
 */
final class Typeface {
  private static final class Loaded {
    static final Typeface REGULAR = load("OpenSans-Regular.ttf");
    static final Typeface BOLD = load("OpenSans-SemiBold.ttf");
  }

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;

  private Typeface(TrueTypeFont font) throws IOException {
    this.font = font;
    this.glyphs = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  static Typeface regular() {
    return Loaded.REGULAR;
  }

  static Typeface bold() {
    return Loaded.BOLD;
  }

  /** The width of a line of text in pixels, at a size in pixels. */
  synchronized double width(String text, double size) {
    return text.codePoints().mapToDouble(this::advance).sum() * size / unitsPerEm;
  }

  /** The outlines of a line of text that starts at {@code x} on the baseline {@code y}. */
  synchronized Shape outline(String text, double x, double y, double size) {
    double scale = size / unitsPerEm;
    Path2D path = new Path2D.Double();
    double pen = x;
    for (int codePoint : text.codePoints().toArray()) {
      Shape glyph = glyph(codePoint);
      path.append(
          new AffineTransform(scale, 0, 0, -scale, pen, y).createTransformedShape(glyph), false);
      pen += advance(codePoint) * scale;
    }
    return path;
  }

  /**
   * The text; if it is wider than {@code width}, an ellipsis replaces its middle, since names
   * differ at their ends.
   */
  String fitted(String text, double size, double width) {
    if (text.isEmpty() || width(text, size) <= width) {
      return text;
    }
    int[] signs = text.codePoints().toArray();
    int kept = signs.length - 1;
    while (kept > 0 && width(ends(signs, kept), size) > width) {
      kept--;
    }
    return ends(signs, kept);
  }

  private static String ends(int[] signs, int kept) {
    int last = kept / 2;
    return new String(signs, 0, kept - last) + "…" + new String(signs, signs.length - last, last);
  }

  private Shape glyph(int codePoint) {
    try {
      GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
      return glyph == null ? new Path2D.Double() : glyph.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double advance(int codePoint) {
    try {
      return font.getAdvanceWidth(glyphs.getGlyphId(codePoint));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Typeface load(String name) {
    try (InputStream in = Typeface.class.getResourceAsStream("/fonts/ttf/OpenSans/" + name)) {
      return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(in)));
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled font " + name + " cannot be read", e);
    }
  }
}
