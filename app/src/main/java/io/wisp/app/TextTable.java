package io.wisp.app;

import java.util.List;
import java.util.stream.Collectors;

/** Columns as wide as their widest cell. */
final class TextTable {
  private TextTable() {}

  /**
   * Lays rows out in lines.
   *
   * @param rows the first is the head; the last cell of a shorter row may run on to the right
   */
  static String of(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      int measured = row.size() == widths.length ? widths.length : row.size() - 1;
      for (int column = 0; column < measured; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return rows.stream()
        .map(row -> line(row, widths))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(Math.max(0, widths[column] - cell.length()) + 2));
    }
    return line.toString().stripTrailing();
  }
}
