package io.wisp.slices;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A picture of some prepared slices: a column per case, positives above, negatives below, the label
 * told under each and the truth outlined where it is known.
 */
final class ContactSheet {
  static final String FILE = "contact-sheet.png";

  private static final int COLUMNS = 8;
  private static final int CELL = 160;
  private static final int CAPTION = 32;
  private static final int GAP = 8;
  private static final Color PAPER = new Color(0x16181d);
  private static final Color TEXT = new Color(0xd8dce4);
  private static final Color POSITIVE = new Color(0xffb454);
  private static final Color NEGATIVE = new Color(0x6cb6ff);

  private final StoreWriter store;
  private final int size;
  private final Graphics2D pen;

  private ContactSheet(StoreWriter store, int size, Graphics2D pen) {
    this.store = store;
    this.size = size;
    this.pen = pen;
  }

  static void write(Path file, StoreWriter store, int size) throws IOException {
    List<List<Optional<SliceRecord>>> rows = SheetChoice.of(store.slices(), COLUMNS);
    int columns = rows.stream().mapToInt(List::size).max().orElse(1);
    BufferedImage sheet =
        new BufferedImage(
            GAP + columns * (CELL + GAP),
            GAP + rows.size() * (CELL + CAPTION + GAP),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    try {
      pen.setColor(PAPER);
      pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      ContactSheet drawing = new ContactSheet(store, size, pen);
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          Optional<SliceRecord> slice = rows.get(row).get(column);
          if (slice.isPresent()) {
            int x = GAP + column * (CELL + GAP);
            int y = GAP + row * (CELL + CAPTION + GAP);
            drawing.draw(slice.get(), x, y);
          }
        }
      }
    } finally {
      pen.dispose();
    }
    ImageIO.write(sheet, "png", file.toFile());
  }

  private void draw(SliceRecord slice, int x, int y) throws IOException {
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image(slice.index()), x, y, CELL, CELL, null);
    if (store.hasMasks() && slice.positive()) {
      outline(slice.index(), x, y);
    }
    Color mark = slice.positive() ? POSITIVE : NEGATIVE;
    pen.setColor(mark);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
    pen.drawString("label %d · slice %d".formatted(slice.label(), slice.slice()), x, y + CELL + 13);
    pen.setColor(TEXT);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
    pen.drawString(
        fitting(slice.caseId(), CELL - 32) + " · " + slice.split().text(), x, y + CELL + 26);
  }

  private BufferedImage image(int index) throws IOException {
    float[] pixels = new float[size * size];
    store.readImage(index, pixels);
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < pixels.length; i++) {
      int grey = Math.round((pixels[i] + 1) * 127.5f);
      image.getRaster().setSample(i % size, i / size, 0, grey);
    }
    return image;
  }

  /** Draws the edges between marked and unmarked pixels. */
  private void outline(int index, int x, int y) throws IOException {
    byte[] mask = new byte[size * size];
    store.readMask(index, mask);
    double pixel = (double) CELL / size;
    Path2D edges = new Path2D.Double();
    for (int row = 0; row <= size; row++) {
      for (int column = 0; column <= size; column++) {
        double left = x + column * pixel;
        double top = y + row * pixel;
        if (marked(mask, row, column) != marked(mask, row - 1, column)) {
          edges.moveTo(left, top);
          edges.lineTo(left + pixel, top);
        }
        if (marked(mask, row, column) != marked(mask, row, column - 1)) {
          edges.moveTo(left, top);
          edges.lineTo(left, top + pixel);
        }
      }
    }
    pen.setColor(POSITIVE);
    pen.setStroke(new BasicStroke(1.3f));
    pen.draw(edges);
  }

  private boolean marked(byte[] mask, int row, int column) {
    return row >= 0 && column >= 0 && row < size && column < size && mask[row * size + column] != 0;
  }

  /** Shortens a name from the front: its end tells cases apart. */
  private String fitting(String name, int width) {
    String shown = name;
    while (shown.length() > 1 && pen.getFontMetrics().stringWidth(shown) > width) {
      shown = "…" + shown.substring(shown.startsWith("…") ? 2 : 1);
    }
    return shown;
  }
}
