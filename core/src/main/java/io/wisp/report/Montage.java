package io.wisp.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Panels in rows and columns on white, as one picture.
 *
 * @param title above all; may be empty
 * @param columnTitles above the columns; empty, or one per column
 * @param rows from top to bottom, of any length
 */
public record Montage(String title, List<String> columnTitles, List<Row> rows) {
  /** Panels side by side, with a title at their left, which may be empty. */
  public record Row(String title, List<Panel> panels) {
    public Row {
      panels = List.copyOf(panels);
    }
  }

  private static final int MARGIN = 16;
  private static final int GAP = 8;
  private static final int TITLE_SIZE = 17;
  private static final int TEXT_SIZE = 13;
  private static final int TEXT_LINE = 20;
  private static final Color INK = new Color(0x1c2733);

  public Montage {
    columnTitles = List.copyOf(columnTitles);
    rows = List.copyOf(rows);
  }

  /** Panels in reading order, {@code columns} per row. */
  public static Montage grid(String title, List<Panel> panels, int columns) {
    List<Row> rows = new ArrayList<>();
    for (int start = 0; start < panels.size(); start += columns) {
      rows.add(new Row("", panels.subList(start, Math.min(panels.size(), start + columns))));
    }
    return new Montage(title, List.of(), rows);
  }

  /**
   * The montage drawn. Panels keep their size; texts that do not fit are truncated with an
   * ellipsis. Without rows it shows its title.
   */
  public BufferedImage draw() {
    int[] widths = columnWidths();
    int left = MARGIN + rowTitleWidth();
    int top = MARGIN + (title.isEmpty() ? 0 : 30) + (columnTitles.isEmpty() ? 0 : TEXT_LINE);
    int width = left + MARGIN + (rows.isEmpty() ? titleWidth() : rowWidth(widths));
    int height = top + MARGIN + rows.stream().mapToInt(row -> rowHeight(row) + GAP).sum() - GAP;
    BufferedImage image = new BufferedImage(width, Math.max(height, 1), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(INK);
    text(graphics, Typeface.bold(), title, TITLE_SIZE, MARGIN, MARGIN + 16, width - 2 * MARGIN);
    drawColumnTitles(graphics, widths, left, top - 7);
    drawRows(graphics, widths, left, top);
    graphics.dispose();
    return image;
  }

  private void drawColumnTitles(Graphics2D graphics, int[] widths, int left, int baseline) {
    int x = left;
    for (int column = 0; column < Math.min(widths.length, columnTitles.size()); column++) {
      String name = columnTitles.get(column);
      text(graphics, Typeface.bold(), name, TEXT_SIZE, x, baseline, widths[column]);
      x += widths[column] + GAP;
    }
  }

  private void drawRows(Graphics2D graphics, int[] widths, int left, int top) {
    int y = top;
    for (Row row : rows) {
      int middle = y + pictureHeight(row) / 2 + TEXT_SIZE / 3;
      text(graphics, Typeface.bold(), row.title(), TEXT_SIZE, MARGIN, middle, left - MARGIN - GAP);
      int x = left;
      for (int column = 0; column < row.panels().size(); column++) {
        Panel panel = row.panels().get(column);
        graphics.drawImage(panel.picture().image(), x, y, null);
        int baseline = y + panel.picture().height() + 15;
        for (String line : panel.caption().lines().toList()) {
          text(graphics, Typeface.regular(), line, TEXT_SIZE, x, baseline, widths[column]);
          baseline += TEXT_LINE;
        }
        x += widths[column] + GAP;
      }
      y += rowHeight(row) + GAP;
    }
  }

  private static void text(
      Graphics2D graphics, Typeface face, String text, int size, int x, int y, int width) {
    graphics.fill(face.outline(face.fitted(text, size, width), x, y, size));
  }

  private int[] columnWidths() {
    int columns = rows.stream().mapToInt(row -> row.panels().size()).max().orElse(0);
    int[] widths = new int[columns];
    for (Row row : rows) {
      for (int i = 0; i < row.panels().size(); i++) {
        widths[i] = Math.max(widths[i], row.panels().get(i).picture().width());
      }
    }
    return widths;
  }

  private int rowTitleWidth() {
    double widest =
        rows.stream()
            .mapToDouble(row -> Typeface.bold().width(row.title(), TEXT_SIZE))
            .max()
            .orElse(0);
    return widest == 0 ? 0 : (int) Math.ceil(Math.min(widest, 220)) + GAP + 4;
  }

  private int titleWidth() {
    return (int) Math.ceil(Typeface.bold().width(title, TITLE_SIZE));
  }

  private static int rowWidth(int[] widths) {
    return sum(widths) + GAP * Math.max(0, widths.length - 1);
  }

  private static int pictureHeight(Row row) {
    return row.panels().stream().mapToInt(panel -> panel.picture().height()).max().orElse(0);
  }

  private static int rowHeight(Row row) {
    long lines = row.panels().stream().mapToLong(p -> p.caption().lines().count()).max().orElse(0);
    return pictureHeight(row) + TEXT_LINE * (int) lines;
  }

  private static int sum(int[] values) {
    int sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }
}
