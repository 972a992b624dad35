package io.wisp.ablation;

import io.wisp.Progress;
import io.wisp.dataset.Split;
import io.wisp.evaluation.Evaluation;
import io.wisp.report.Format;
import io.wisp.segmentation.ComparedRules;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.StoreMaps;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Scores the rows of an ablation table one after the other, and at its foot the rules that learn
 * nothing. Finished rows are kept: the same call resumes; a changed row is recomputed.
 *
 * @param model the networks that all rows ask
 * @param split whose patients are scored
 * @param folder for the table
 */
public record RowAblation(
    AblationRows rows, TrainedModel model, SliceStore store, Split split, RowFolder folder) {

  /**
   * Computes what is missing, and writes the table after each row.
   *
   * @param news is told in a sentence what each row came to
   * @throws io.wisp.UserError if a row cannot be, before anything is computed; if the folder holds
   *     another table
   */
  public RowTable run(Progress.Factory progress, Consumer<String> news) {
    return report(progress, news).table();
  }

  /** As {@link #run}, with the table's inputs. */
  RowReport report(Progress.Factory progress, Consumer<String> news) {
    List<PlannedRow> plan = plan();
    Evaluation evaluation = new Evaluation(model, store, split);
    folder.claim(origin(plan.get(0)));
    List<RowResult> results = new ArrayList<>();
    RowReport report = null;
    for (PlannedRow row : plan) {
      int number = results.size() + 1;
      Optional<RowResult> kept = folder.kept(number, origin(row));
      results.add(kept.orElseGet(() -> evaluated(number, row, evaluation, progress)));
      report = RowReport.of(model.settings(), split, plan.subList(0, number), List.copyOf(results));
      if (kept.isEmpty() || number == plan.size()) {
        folder.write(report);
      }
      news.accept(sentence(report.table()) + (kept.isPresent() ? ", kept" : ""));
    }
    return report;
  }

  /** Drops the kept rows, unless the new ones cannot be computed. */
  public void startAnew() {
    if (!plan().isEmpty()) {
      folder.clear();
    }
  }

  /** The rows; rejects a method that lacks a network, or has invalid settings. */
  private List<PlannedRow> plan() {
    List<PlannedRow> plan = new ArrayList<>(rows.plan(model.settings()));
    ComparedRules.besides(rows.methods(), store, model.settings().contrast())
        .forEach(rule -> plan.add(PlannedRow.rule(rule, model.settings())));
    plan.stream().map(PlannedRow::recipe).forEach(one -> new StoreMaps(model, store, one));
    return plan;
  }

  private RowResult evaluated(
      int number, PlannedRow row, Evaluation evaluation, Progress.Factory progress) {
    OutlineRecipe recipe = row.recipe();
    RowResult result = RowResult.of(origin(row), evaluation.run(recipe, progress));
    folder.keep(number, result);
    return result;
  }

  private String origin(PlannedRow row) {
    return RowOrigin.of(row, model, store, split).digest();
  }

  private static String sentence(RowTable table) {
    RowLine line = table.lines().get(table.lines().size() - 1);
    return "%s: Dice %s, HD95 %s (%s undefined), %s s/slice"
        .formatted(
            line.row().name(),
            Format.number(line.dice().mean(), 3),
            Format.number(line.hd95().mean(), 1),
            line.hd95().undefined(),
            Format.number(line.secondsPerSlice(), 3));
  }
}
