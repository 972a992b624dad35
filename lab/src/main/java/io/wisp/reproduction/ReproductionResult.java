package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import io.wisp.dataset.Split;
import io.wisp.evaluation.Comparison;
import io.wisp.evaluation.RuleVerdict;
import io.wisp.evaluation.SliceEntry;
import io.wisp.metrics.DistanceUnit;
import io.wisp.metrics.PatientScores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of all repeats so far.
 *
 * @param evaluations one a method and repeat
 */
public record ReproductionResult(ReproductionPlan plan, List<MethodEvaluation> evaluations) {
  public ReproductionResult {
    evaluations = List.copyOf(evaluations);
  }

  /** The number of repeats. */
  public int repeats() {
    return (int) evaluations.stream().mapToInt(MethodEvaluation::repeat).distinct().count();
  }

  /** The table over all positive slices of the patients held out. */
  public ResultTable table() {
    return ResultTable.of(plan.study(), caption("all positive slices"), evaluations);
  }

  /**
   * The table over slices with objects as large as the paper requires; none if it requires none.
   */
  public Optional<ResultTable> largeObjects() {
    double least = plan.study().leastObject();
    if (least == 0) {
      return Optional.empty();
    }
    List<MethodEvaluation> large =
        evaluations.stream().map(evaluation -> evaluation.covering(least)).toList();
    String which =
        "positive slices whose object covers %s %% or more".formatted(Math.round(100 * least));
    return Optional.of(ResultTable.of(plan.study(), caption(which), large));
  }

  private String caption(String which) {
    int repeats = repeats();
    return "%s, %s of held-out patients: mean ± standard deviation over %s %s."
        .formatted(plan.study().title(), which, repeats, repeats == 1 ? "repeat" : "repeats");
  }

  /** All methods compared in pairs, but rules that learn nothing not with one another. */
  public List<Comparison<MapMethod>> comparisons() {
    return comparisons(evaluations);
  }

  static List<Comparison<MapMethod>> comparisons(List<MethodEvaluation> evaluations) {
    Map<MapMethod, PatientScores> dice = dice(evaluations);
    return Comparison.all(
        List.copyOf(dice.keySet()),
        List.copyOf(dice.values()),
        (first, second) -> first.learns() || second.learns());
  }

  private static Map<MapMethod, PatientScores> dice(List<MethodEvaluation> evaluations) {
    Map<MapMethod, PatientScores> dice = new LinkedHashMap<>();
    for (MethodEvaluation evaluation : evaluations) {
      PatientScores own = dice.computeIfAbsent(evaluation.method(), method -> new PatientScores());
      evaluation.addTo(own, SliceEntry::dice);
    }
    return dice;
  }

  /**
   * Whether the best method that learned from labels alone beats the best rule; none unless there
   * are both.
   */
  public Optional<RuleVerdict> verdict() {
    ResultTable table = table();
    Optional<MapMethod> learned = table.bestLearned().map(ResultLine::method);
    Optional<MapMethod> rule = table.bestRule().map(ResultLine::method);
    if (learned.isEmpty() || rule.isEmpty()) {
      return Optional.empty();
    }
    Map<MapMethod, PatientScores> dice = dice(evaluations);
    PatientScores differences = dice.get(learned.get()).minus(dice.get(rule.get()));
    return Optional.of(RuleVerdict.of(learned.get().title(), rule.get().title(), differences));
  }

  /** The verdict in a sentence. */
  public Optional<String> verdictText() {
    return verdict().map(one -> one.onSlices(Split.TEST.patients()));
  }

  /** The methods in the order of the table. */
  List<MapMethod> methods() {
    return ResultTable.inOrder(evaluations);
  }

  /** All evaluations of a method. */
  List<MethodEvaluation> of(MapMethod method) {
    return evaluations.stream().filter(one -> one.method() == method).toList();
  }

  DistanceUnit unit() {
    return evaluations.get(0).unit();
  }
}
