package io.wisp.evaluation;

import io.wisp.metrics.PresenceScore;
import io.wisp.report.Chart;
import io.wisp.report.Format;
import io.wisp.report.Section;
import java.util.List;

/** The part of a report page on how well slices are told that hold the object. */
final class PresenceReport {
  private PresenceReport() {}

  /** A table with a line, and a chart, for each setting that tells it; nothing if none does. */
  static List<Section> of(List<RecipeResult> results) {
    List<RecipeResult> telling =
        results.stream()
            .filter(one -> one.scans().flatMap(WholeScans::presence).isPresent())
            .toList();
    if (telling.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Section.Table(
            "Which slices hold the object?",
            List.of("Setting", "Slices", "AUROC", "Calibration error", "Cut", "F1 at the cut"),
            telling.stream().map(PresenceReport::row).toList(),
            "Of each slice of the whole scans it is told how probably it holds the object; slices above the cut are outlined. Calibration error: the mean difference of that probability and the share that holds it, by the labels. F1 is over slices. The chart should follow the diagonal."),
        new Section.Charts(
            "Probability of the object in a slice",
            telling.stream().map(PresenceReport::chart).toList()));
  }

  private static PresenceScore score(RecipeResult result) {
    return result.scans().flatMap(WholeScans::presence).orElseThrow();
  }

  private static List<String> row(RecipeResult result) {
    PresenceScore score = score(result);
    return List.of(
        result.recipe().name(),
        Long.toString(score.reliability().count()),
        Format.number(score.auroc(), 3),
        Format.number(score.expectedCalibrationError(), 3),
        Format.number(score.cut(), 2),
        Format.number(score.f1(), 3));
  }

  private static Chart chart(RecipeResult result) {
    return CalibrationReport.reliability(
        "probability of the object in a slice",
        "slices that hold it, " + result.recipe().name(),
        score(result).reliability());
  }
}
