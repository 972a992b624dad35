package io.wisp.evaluation;

import io.wisp.report.Format;
import java.util.ArrayList;
import java.util.List;

/** The first sentences of a report: whether learning gained anything, and how good masks are. */
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
                Format.number(main.summary().dice().mean(), 2));
    boolean learned = results.stream().anyMatch(one -> one.recipe().method().learns());
    List<String> sentences = new ArrayList<>(RuleVerdict.sentences(scope, results));
    if (learned) {
      sentences.add("The networks learned from slices with only a label, present or absent.");
    }
    sentences.add(scored);
    if (!learned) {
      sentences.add("Nothing was learned.");
    }
    return String.join(" ", sentences);
  }
}
