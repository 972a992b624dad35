package io.wisp.evaluation;

import io.wisp.metrics.Interval;
import io.wisp.metrics.PatientScores;
import io.wisp.metrics.Score;
import io.wisp.report.Format;
import io.wisp.report.Section;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The part of a report page on how certain means and differences are, over patients. */
final class PatientReport {
  private PatientReport() {}

  static List<Section> of(String unit, List<RecipeResult> results) {
    return List.of(intervals(unit, results), comparisons(results));
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

  private static Section comparisons(List<RecipeResult> results) {
    return new Section.Table(
        "Methods compared",
        List.of(
            "Pair", "Mean difference of Dice", "95 %", "p", "p after Holm", "Patients", "Slices"),
        RecipeComparison.withMain(results).stream().map(PatientReport::row).toList(),
        "Two-sided Wilcoxon signed-rank test over patients, on the mean difference of Dice of a patient's slices, since slices of one patient are not independent. With n patients p cannot be below 2 / 2ⁿ: 0.0625 of five, 0.002 of ten.");
  }

  private static List<String> row(RecipeComparison one) {
    return List.of(
        one.first() + " − " + one.second(),
        String.format(Locale.ROOT, "%+.3f", one.differences().mean()),
        text(one.differences().interval(), 3),
        Format.p(one.p()),
        Format.p(one.corrected()),
        Integer.toString(one.differences().patients()),
        Integer.toString(one.differences().count()));
  }

  static String text(Interval interval, int decimals) {
    return Format.range(interval.low(), interval.high(), decimals);
  }
}
