package io.wisp.evaluation;

import io.wisp.metrics.Interval;
import io.wisp.metrics.PatientScores;
import io.wisp.metrics.Score;
import io.wisp.report.Format;
import io.wisp.report.Section;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The part of a report page on how certain means and differences are, over patients. */
final class PatientReport {
  private PatientReport() {}

  static List<Section> of(String unit, List<RecipeResult> results) {
    return List.of(
        intervals(unit, results),
        Comparison.table(RecipeResult.compared(results), one -> one.recipe().name()));
  }

  private static Section intervals(String unit, List<RecipeResult> results) {
    return new Section.Table(
        "Confidence intervals",
        List.of(
            "Setting", "Patients", "Dice", "mIoU", "HD95 (%s)".formatted(unit), "Dice / volume"),
        results.stream().map(PatientReport::intervals).toList(),
        "95 % intervals of the means above, by a bootstrap of 2000 draws over patients, each with all its slices; with few patients they are unreliable.");
  }

  private static List<String> intervals(RecipeResult result) {
    PatientScores dice = result.byPatient(Score::dice);
    return List.of(
        result.recipe().name(),
        Integer.toString(dice.patients()),
        text(dice.interval(), 3),
        interval(result, Score::iou, 3),
        interval(result, Score::hd95, 1),
        text(result.volumesByPatient(Score::dice).interval(), 3));
  }

  private static String interval(
      RecipeResult result, ToDoubleFunction<Score> measure, int decimals) {
    return text(result.byPatient(measure).interval(), decimals);
  }

  static String text(Interval interval, int decimals) {
    return Format.range(interval.low(), interval.high(), decimals);
  }
}
