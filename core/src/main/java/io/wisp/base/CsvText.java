package io.wisp.base;

import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * A table as Wisp writes CSV: a heading, then the rows; commas, quotes where needed, a line feed
 * after each line. {@link CsvFile} reads it.
 */
public final class CsvText {
  private static final CSVFormat FORMAT = CSVFormat.DEFAULT;

  private final StringBuilder text = new StringBuilder();
  private final int columns;

  public CsvText(String... heads) {
    columns = heads.length;
    row((Object[]) heads);
  }

  public CsvText(List<String> heads) {
    this(heads.toArray(String[]::new));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException unless there is a value for each column
   */
  public void row(Object... values) {
    if (values.length != columns) {
      throw new IllegalArgumentException(
          "%s values for %s columns: %s".formatted(values.length, columns, FORMAT.format(values)));
    }
    text.append(FORMAT.format(values)).append('\n');
  }

  /** As {@link #row(Object...)}. */
  public void row(List<?> values) {
    row(values.toArray());
  }

  /** A number for a row; NaN, which means unknown, becomes an empty cell. */
  public static Object known(double value) {
    return Double.isNaN(value) ? "" : value;
  }

  /** All lines. */
  @Override
  public String toString() {
    return text.toString();
  }
}
