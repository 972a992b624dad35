package io.wisp.slices;

import io.wisp.BadFile;
import io.wisp.base.CsvFile;
import io.wisp.base.CsvText;
import io.wisp.dataset.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The table {@code slices.csv}: a line per slice. */
final class SliceTable {
  static final String FILE = "slices.csv";

  private static final String[] COLUMNS = {
    "index", "case", "slice", "label", "split", "row_spacing", "column_spacing", "coverage"
  };
  private static final int COLUMNS_OF_OLD = 7;

  private SliceTable() {}

  static void write(Path file, List<SliceRecord> slices) throws IOException {
    CsvText csv = new CsvText(COLUMNS);
    for (SliceRecord slice : slices) {
      csv.row(
          slice.index(),
          slice.caseId(),
          slice.slice(),
          slice.label(),
          slice.split().text(),
          slice.rowSpacing(),
          slice.columnSpacing(),
          slice.coverage());
    }
    Files.writeString(file, csv.toString());
  }

  static List<SliceRecord> read(Path file) {
    CsvFile csv = CsvFile.read(file, Arrays.copyOf(COLUMNS, COLUMNS_OF_OLD));
    List<SliceRecord> slices = new ArrayList<>();
    for (CSVRecord row : csv.rows()) {
      SliceRecord slice =
          new SliceRecord(
              csv.integer(row, "index"),
              row.get("case"),
              csv.integer(row, "slice"),
              csv.integer(row, "label"),
              Split.parse(row.get("split")),
              csv.number(row, "row_spacing"),
              csv.number(row, "column_spacing"),
              csv.has("coverage") ? csv.number(row, "coverage") : Double.NaN);
      if (slice.index() != slices.size()) {
        throw new BadFile(
            file,
            "%s is out of order at line %s: prepare the store again"
                .formatted(file, row.getRecordNumber() + 1));
      }
      slices.add(slice);
    }
    return List.copyOf(slices);
  }
}
