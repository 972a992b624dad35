package io.wisp.base;

import io.wisp.BadFile;
import io.wisp.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A small CSV file with a heading, as programs and spreadsheets write it: commas, semicolons or
 * tabs between cells, any ends of lines, the encodings of {@link TextFile}. Errors name the file
 * and the line.
 */
public final class CsvFile {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  /** How Excel tells the separator, before the heading. */
  private static final Pattern TOLD = Pattern.compile("\"?sep=(.)\"?(\r\n|\r|\n)");

  /** How the library tells where it was when it gave up. */
  private static final Pattern LINE = Pattern.compile("(?:startline |line: )(\\d+)");

  private static final CSVFormat READING =
      CSVFormat.DEFAULT
          .builder()
          .setTrim(true)
          .setIgnoreSurroundingSpaces(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final Path file;
  private final String text;
  private final int before;
  private final CsvHeads heads;
  private final List<CSVRecord> rows;

  private CsvFile(Path file, String text, int before, CsvHeads heads, List<CSVRecord> rows) {
    this.file = file;
    this.text = text;
    this.before = before;
    this.heads = heads;
    this.rows = rows;
  }

  /**
   * Reads a file and checks that the given columns are there.
   *
   * @throws UserError if it cannot be read, or lacks one
   */
  public static CsvFile read(Path file, String... needed) {
    return read(file, Map.of(), needed);
  }

  /**
   * As {@link #read(Path, String...)}.
   *
   * @param others further names of columns, those that need not be there among them
   */
  public static CsvFile read(Path file, Map<String, List<String>> others, String... needed) {
    String text = TextFile.read(file).replace('\u00A0', ' ');
    Matcher told = TOLD.matcher(text);
    boolean tells = told.lookingAt();
    String table = tells ? text.substring(told.end()) : text;
    char separator = tells ? told.group(1).charAt(0) : separator(table, others, needed);
    CSVFormat format = READING.builder().setDelimiter(separator).get();
    CsvHeads heads = CsvHeads.of(file, heading(file, table, format), others, needed);
    CSVFormat withHeads = format.builder().setHeader(heads.columns().toArray(String[]::new)).get();
    List<CSVRecord> rows =
        parse(file, table, withHeads).stream()
            .skip(1)
            .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
            .toList();
    CsvFile csv = new CsvFile(file, table, tells ? 1 : 0, heads, rows);
    rows.forEach(csv::checkSize);
    return csv;
  }

  /** The first that separates a heading with all columns; a comma if none does. */
  private static char separator(String table, Map<String, List<String>> others, String... needed) {
    String first = table.stripLeading().lines().findFirst().orElse("");
    for (char separator : SEPARATORS) {
      if (separates(separator, first, others, needed)) {
        return separator;
      }
    }
    return ',';
  }

  /** Quotes that do not match are told when the file is read. */
  private static boolean separates(
      char separator, String first, Map<String, List<String>> others, String... needed) {
    CSVFormat format = READING.builder().setDelimiter(separator).get();
    try (CSVParser parser = CSVParser.parse(first, format)) {
      List<CSVRecord> heading = parser.getRecords();
      return !heading.isEmpty() && CsvHeads.name(heading.get(0).toList(), others, needed);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static List<String> heading(Path file, String table, CSVFormat format) {
    List<CSVRecord> all = parse(file, table, format);
    return all.isEmpty() ? List.of("") : all.get(0).toList();
  }

  private static List<CSVRecord> parse(Path file, String table, CSVFormat format) {
    try (CSVParser parser = CSVParser.parse(table, format)) {
      return parser.getRecords();
    } catch (IOException | UncheckedIOException e) {
      throw new BadFile(
          file,
          "cannot read %s: a quotation mark has no other that ends it, or text stands beside one that does%s"
              .formatted(file, started(e)),
          e);
    }
  }

  private static String started(Exception error) {
    Matcher line = LINE.matcher(String.valueOf(error.getMessage()));
    return line.find() ? ", in line " + line.group(1) : "";
  }

  /** A row may be longer than the heading by empty cells, as spreadsheets write them. */
  private void checkSize(CSVRecord row) {
    int columns = heads.columns().size();
    boolean empty = row.stream().skip(columns).allMatch(String::isEmpty);
    if (row.size() < columns || !empty) {
      throw new BadFile(
          file,
          "line %s of %s has %s values, but its heading names %s columns: %s"
              .formatted(line(row), file, row.size(), columns, String.join(", ", heads.written())));
    }
  }

  public Path file() {
    return file;
  }

  /** The rows, without those in which all cells are empty. */
  public List<CSVRecord> rows() {
    return rows;
  }

  /** Whether the heading names a column. */
  public boolean has(String column) {
    return heads.columns().contains(column);
  }

  /** How many columns there are. */
  public int width() {
    return heads.columns().size();
  }

  /** Reads a whole number of at least 0. */
  public int integer(CSVRecord row, String column) {
    try {
      int value = Integer.parseInt(row.get(column));
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad(row, column, "a number of at least 0");
    }
    throw bad(row, column, "a number of at least 0");
  }

  /** Reads a number. */
  public double number(CSVRecord row, String column) {
    try {
      return Double.parseDouble(row.get(column));
    } catch (NumberFormatException e) {
      throw bad(row, column, "a number");
    }
  }

  /** An error that tells line and column, and what was expected there. */
  public UserError bad(CSVRecord row, String column, String expected) {
    int place = heads.columns().indexOf(column);
    return new BadFile(
        file,
        "line %s of %s, column %s (\"%s\"), has \"%s\": write %s there"
            .formatted(
                line(row), file, place + 1, heads.written().get(place), row.get(column), expected));
  }

  /** The line of the file that a row begins on, counted from 1. */
  public int line(CSVRecord row) {
    int place = (int) row.getCharacterPosition();
    while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
      place++;
    }
    String above = text.substring(0, Math.min(place, text.length())).replace("\r\n", "\n");
    return 1 + before + (int) above.chars().filter(c -> c == '\n' || c == '\r').count();
  }
}
