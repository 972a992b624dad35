package io.wisp.evaluation;

import io.wisp.report.Format;
import java.util.Comparator;
import java.util.List;

/** The first sentences of a report: how good masks are, and whether learning gained anything. */
final class ReportSummary {
  private ReportSummary() {}

  /**
   * @param scope what was scored
   * @param results the first one is the report's main recipe
   */
  static String of(EvaluationScope scope, List<RecipeResult> results) {
    RecipeResult main = results.get(0);
    String scored =
        "On %s positive slices of %s %s of %s, the masks of %s reach a mean Dice of %s."
            .formatted(
                main.summary().n(),
                main.volumes().size(),
                scope.split().patients(),
                scope.data(),
                main.recipe().name(),
                Format.number(dice(main), 2));
    return isRule(main)
        ? scored + " Nothing was learned."
        : "The networks learned from slices with only a label, present or absent. "
            + scored
            + rules(results);
  }

  /** How the best rule that learns nothing compares; empty if none was scored. */
  private static String rules(List<RecipeResult> results) {
    double learned = dice(results.get(0));
    return results.stream()
        .filter(ReportSummary::isRule)
        .max(Comparator.comparingDouble(ReportSummary::dice))
        .map(
            rule ->
                " The best rule that learns nothing, %s, reaches %s%s."
                    .formatted(
                        rule.recipe().name(),
                        Format.number(dice(rule), 2),
                        dice(rule) < learned ? "" : ", so training gained nothing here"))
        .orElse("");
  }

  private static double dice(RecipeResult result) {
    return result.summary().dice().mean();
  }

  private static boolean isRule(RecipeResult result) {
    return !result.recipe().method().learns();
  }
}
