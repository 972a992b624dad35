package io.wisp.ablation;

import io.wisp.Remedy;
import io.wisp.TargetExists;
import io.wisp.UserError;
import io.wisp.base.AtomicFile;
import io.wisp.base.CsvText;
import io.wisp.base.Folders;
import io.wisp.base.JsonFile;
import io.wisp.evaluation.SliceEntry;
import io.wisp.evaluation.VolumeEntry;
import io.wisp.report.ReportPage;
import io.wisp.reproduction.MethodStrips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a table of rows is kept: {@code rows.csv}, {@code rows.md}, {@code rows-slices.csv}, {@code
 * rows-volumes.csv}, {@code rows-maps.png}, {@code rows-masks.png} and {@code report.html}; and
 * each finished row as {@code rows/N.json}, a {@link RowResult}, so that it is not recomputed.
 *
 * @param path of the folder
 */
public record RowFolder(Path path) {

  /**
   * Takes the folder for a table whose first row has this origin.
   *
   * @throws UserError if it holds another table
   */
  void claim(String origin) {
    if (kept(1).isPresent() && kept(1, origin).isEmpty()) {
      throw new TargetExists(
          path,
          "%s holds rows of other settings, networks or slices: make them anew, or choose another folder."
              .formatted(path),
          Remedy.REPLACE,
          Remedy.OTHER_FOLDER);
    }
  }

  /** Whether a row is finished. */
  boolean hasRows() {
    return Files.exists(file(1));
  }

  /** Removes all rows. */
  public void clear() {
    for (int row = 1; Files.exists(file(row)); row++) {
      try {
        Files.delete(file(row));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot remove " + file(row), e);
      }
    }
  }

  /** A finished row, if it is of this origin. */
  Optional<RowResult> kept(int row, String origin) {
    return kept(row).filter(result -> result.origin().equals(origin));
  }

  private Optional<RowResult> kept(int row) {
    return JsonFile.read(file(row), RowResult.class);
  }

  void keep(int row, RowResult result) {
    JsonFile.write(file(row), result);
  }

  private Path file(int row) {
    return path.resolve("rows").resolve(row + ".json");
  }

  /** Writes all files but the rows' own, in place of older ones. */
  void write(RowReport report) {
    Folders.make(path);
    AtomicFile.replaceText(path.resolve("rows-slices.csv"), slices(report));
    AtomicFile.replaceText(path.resolve("rows-volumes.csv"), volumes(report));
    writeTable(report);
  }

  /** Writes the table, the strips and the page. */
  void writeTable(RowReport report) {
    Folders.make(path);
    RowText text = new RowText(report.table());
    AtomicFile.replaceText(path.resolve("rows.csv"), text.csv());
    AtomicFile.replaceText(path.resolve("rows.md"), text.markdown(report.caption()));
    MethodStrips strips = report.strips();
    strips.write(path, "rows-");
    ReportPage.write(report.page(strips), path.resolve("report.html"));
  }

  private static String slices(RowReport report) {
    CsvText csv =
        new CsvText("row", "name", "case", "slice", "coverage", "dice", "iou", "hd95", "unit");
    for (int i = 0; i < report.rows().size(); i++) {
      String name = report.rows().get(i).name();
      RowResult result = report.repeats().get(0).get(i);
      for (SliceEntry slice : result.slices()) {
        csv.row(
            i + 1,
            name,
            slice.caseId(),
            slice.slice(),
            slice.coverage(),
            slice.dice(),
            slice.iou(),
            slice.hd95(),
            result.unit().symbol());
      }
    }
    return csv.toString();
  }

  private static String volumes(RowReport report) {
    CsvText csv = new CsvText("row", "name", "case", "slices", "dice", "iou", "hd95");
    for (int i = 0; i < report.rows().size(); i++) {
      String name = report.rows().get(i).name();
      for (VolumeEntry volume : report.repeats().get(0).get(i).volumes()) {
        csv.row(
            i + 1,
            name,
            volume.caseId(),
            volume.slices(),
            volume.dice(),
            volume.iou(),
            volume.hd95());
      }
    }
    return csv.toString();
  }
}
