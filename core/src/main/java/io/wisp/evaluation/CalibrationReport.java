package io.wisp.evaluation;

import io.wisp.metrics.Reliability;
import io.wisp.report.Chart;
import io.wisp.report.CurveChart;
import io.wisp.report.Format;
import io.wisp.report.ReliabilityChart;
import io.wisp.report.Section;
import java.util.ArrayList;
import java.util.List;

/** The part of a report page on how well confidence is calibrated. */
final class CalibrationReport {
  private static final int DECIMALS = 3;

  private CalibrationReport() {}

  /** A table with a line per recipe, and two charts per recipe. */
  static List<Section> of(List<RecipeResult> results) {
    List<List<String>> rows = new ArrayList<>();
    List<Chart> charts = new ArrayList<>();
    for (RecipeResult result : results) {
      Calibration calibration = result.calibration();
      String name = result.recipe().name();
      rows.add(row(name, calibration));
      charts.add(reliability(name, calibration.pixels()));
      charts.add(coverage(name, calibration));
    }
    return List.of(table(rows), new Section.Charts("Confidence against truth", charts));
  }

  private static Section table(List<List<String>> rows) {
    return new Section.Table(
        "Does confidence tell where masks are wrong?",
        List.of(
            "Setting",
            "calibration error of pixels",
            "rank correlation with Dice",
            "mean Dice",
            "most confident half",
            "area",
            "best possible area"),
        rows,
        "Confidence is computed without manual masks, which only assess it here. Calibration error: mean difference of a pixel's confidence and the share classified correctly, within the foreground. Area: mean Dice of the slices kept while the least confident are removed one by one; uninformative confidence has the mean Dice, and one that ranks slices as Dice does has the best possible.");
  }

  private static List<String> row(String name, Calibration calibration) {
    return List.of(
        name,
        number(calibration.expectedCalibrationError()),
        number(calibration.rankCorrelation()),
        number(calibration.meanDice()),
        number(calibration.half()),
        number(calibration.area()),
        number(calibration.bestArea()));
  }

  private static String number(double value) {
    return Format.number(value, DECIMALS);
  }

  private static Chart reliability(String name, Reliability pixels) {
    return reliability("confidence of a pixel", "classified correctly, " + name, pixels);
  }

  /**
   * The chart of a reliability.
   *
   * @param confidence what it is of
   * @param right what is counted
   */
  static Chart reliability(String confidence, String right, Reliability reliability) {
    return new ReliabilityChart(
        confidence,
        right,
        reliability.bins().stream()
            .map(
                bin ->
                    new ReliabilityChart.Point(
                        bin.confidence(), bin.right(), bin.count() / (double) reliability.count()))
            .toList());
  }

  private static Chart coverage(String name, Calibration calibration) {
    return new CurveChart(
        "share of slices kept, the most confident",
        "mean Dice, " + name,
        calibration.coverage().stream()
            .map(kept -> new CurveChart.Point(kept.share(), kept.meanDice()))
            .toList());
  }
}
