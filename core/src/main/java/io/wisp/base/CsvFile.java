package io.wisp.base;

import io.wisp.BadFile;
import io.wisp.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A small CSV file with a heading, whose errors name the file and the line. */
public record CsvFile(Path file, List<String> columns, List<CSVRecord> rows) {
  private static final CSVFormat READING =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreSurroundingSpaces(true)
          .setIgnoreEmptyLines(true)
          .get();

  /**
   * Reads a file and checks that the given columns are there.
   *
   * @throws UserError if it cannot be read, or lacks one
   */
  public static CsvFile read(Path file, String... needed) {
    try (CSVParser parser = CSVParser.parse(withoutMark(Files.readString(file)), READING)) {
      List<String> columns = parser.getHeaderNames();
      for (String column : needed) {
        if (!columns.contains(column)) {
          throw new BadFile(
              file,
              "%s has no column \"%s\": its first line must be %s"
                  .formatted(file, column, String.join(",", needed)));
        }
      }
      List<CSVRecord> rows = parser.getRecords();
      for (CSVRecord row : rows) {
        if (!row.isConsistent()) {
          throw new BadFile(
              file,
              "line %s of %s has %s values, but the heading has %s"
                  .formatted(row.getRecordNumber() + 1, file, row.size(), columns.size()));
        }
      }
      return new CsvFile(file, columns, rows);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new BadFile(file, "cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Spreadsheets write a byte order mark first. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Whether the heading names a column. */
  public boolean has(String column) {
    return columns.contains(column);
  }

  /** Reads a whole number of at least 0. */
  public int integer(CSVRecord row, String column) {
    try {
      int value = Integer.parseInt(row.get(column));
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw notNumber(row, column);
    }
    throw notNumber(row, column);
  }

  /** Reads a number. */
  public double number(CSVRecord row, String column) {
    try {
      return Double.parseDouble(row.get(column));
    } catch (NumberFormatException e) {
      throw notNumber(row, column);
    }
  }

  private UserError notNumber(CSVRecord row, String column) {
    return new BadFile(
        file,
        "line %s of %s has %s \"%s\": write a number of at least 0 there"
            .formatted(row.getRecordNumber() + 1, file, column, row.get(column)));
  }
}
