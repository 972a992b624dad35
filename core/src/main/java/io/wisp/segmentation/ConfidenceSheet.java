package io.wisp.segmentation;

import io.wisp.UserError;
import io.wisp.base.AtomicFile;
import io.wisp.base.CsvFile;
import io.wisp.base.CsvText;
import io.wisp.confidence.ScanConfidence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * Which masks of a folder to look at first: a line per scan, {@code
 * scan,slices_outlined,confidence,least_confident_slice}. The last is empty if nothing was
 * outlined.
 *
 * @param lines the least confident scan first
 */
public record ConfidenceSheet(List<Line> lines) {
  private static final String[] HEADS = {
    "scan", "slices_outlined", "confidence", "least_confident_slice"
  };
  private static final int NONE = -1;

  /** One scan. */
  public record Line(String scan, ScanConfidence confidence) {}

  public ConfidenceSheet {
    lines =
        lines.stream()
            .sorted(
                Comparator.comparingDouble((Line line) -> line.confidence().value())
                    .thenComparing(Line::scan))
            .toList();
  }

  /**
   * The sheet of a folder that may hold masks already; without lines if there is none.
   *
   * @throws UserError if a file of that name is something else
   */
  public static ConfidenceSheet read(Path file) {
    if (!Files.exists(file)) {
      return new ConfidenceSheet(List.of());
    }
    CsvFile csv = CsvFile.read(file, HEADS);
    return new ConfidenceSheet(csv.rows().stream().map(row -> line(csv, row)).toList());
  }

  private static Line line(CsvFile csv, CSVRecord row) {
    String least = HEADS[3];
    return new Line(
        row.get(HEADS[0]),
        new ScanConfidence(
            csv.integer(row, HEADS[1]),
            csv.number(row, HEADS[2]),
            row.get(least).isEmpty() ? NONE : csv.integer(row, least)));
  }

  /** Adds the line of a scan, in place of an older one of its name. */
  public ConfidenceSheet with(String scan, ScanConfidence confidence) {
    List<Line> all = new ArrayList<>(lines);
    all.removeIf(line -> line.scan().equals(scan));
    all.add(new Line(scan, confidence));
    return new ConfidenceSheet(all);
  }

  /** Writes the sheet; replaces an older one. */
  public void write(Path file) {
    CsvText csv = new CsvText(HEADS);
    for (Line line : lines) {
      ScanConfidence one = line.confidence();
      Object least = one.leastConfident() == NONE ? "" : one.leastConfident();
      csv.row(line.scan(), one.outlined(), one.value(), least);
    }
    AtomicFile.replaceText(file, csv.toString());
  }
}
