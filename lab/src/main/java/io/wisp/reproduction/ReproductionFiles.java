package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import io.wisp.base.AtomicFile;
import io.wisp.base.CsvText;
import io.wisp.evaluation.Comparison;
import io.wisp.evaluation.SliceEntry;
import io.wisp.report.ReportPage;
import java.nio.file.Path;

/**
 * Writes the results into the folder: {@code report.html}; {@code table.md}, {@code .csv} and
 * {@code .tex} (and {@code table-large.*} where the paper leaves small objects out); {@code
 * slices.csv}, {@code comparisons.csv}, {@code maps.png} and {@code masks.png}.
 *
 * @param folder where to
 */
record ReproductionFiles(Path folder) {

  void write(ReproductionResult result) {
    write("table", result.table());
    result.largeObjects().ifPresent(table -> write("table-large", table));
    AtomicFile.replaceText(folder.resolve("slices.csv"), slices(result));
    AtomicFile.replaceText(
        folder.resolve("comparisons.csv"),
        Comparison.csv(result.comparisons(), MapMethod::methodName));
    MethodStrips strips = MethodStrips.of(result);
    strips.write(folder, "");
    ReportPage.write(ReproductionReport.of(result, strips), folder.resolve("report.html"));
  }

  private void write(String name, ResultTable table) {
    TableText text = new TableText(table);
    AtomicFile.replaceText(folder.resolve(name + ".md"), text.markdown());
    AtomicFile.replaceText(folder.resolve(name + ".csv"), text.csv());
    AtomicFile.replaceText(folder.resolve(name + ".tex"), text.latex());
  }

  private static String slices(ReproductionResult result) {
    CsvText csv =
        new CsvText("repeat", "method", "case", "slice", "coverage", "dice", "iou", "hd95");
    for (MethodEvaluation evaluation : result.evaluations()) {
      for (SliceEntry slice : evaluation.slices()) {
        csv.row(
            evaluation.repeat(),
            evaluation.method().methodName(),
            slice.caseId(),
            slice.slice(),
            slice.coverage(),
            slice.dice(),
            slice.iou(),
            slice.hd95());
      }
    }
    return csv.toString();
  }
}
