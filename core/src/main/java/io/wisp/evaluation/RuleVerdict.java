package io.wisp.evaluation;

import io.wisp.metrics.Interval;
import io.wisp.metrics.PatientScores;
import io.wisp.metrics.ScanScore;
import io.wisp.metrics.Score;
import io.wisp.report.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether what was learned beats the best rule that learns nothing, on what both outlined.
 *
 * @param learned name of the method that learned
 * @param rule name of the rule
 * @param patients whose slices or scans these are
 * @param difference mean Dice of the first less that of the second
 * @param interval of the difference, 95 %, patients drawn
 * @param p of Wilcoxon's signed-rank test on the patients' mean differences, two-sided
 */
public record RuleVerdict(
    String learned, String rule, int patients, double difference, Interval interval, double p) {
  private static final double SIGNIFICANT = 0.05;

  /**
   * The verdict on a method.
   *
   * @param differences of Dice, the method's less the rule's
   */
  public static RuleVerdict of(String learned, String rule, PatientScores differences) {
    return new RuleVerdict(
        learned,
        rule,
        differences.patients(),
        differences.mean(),
        differences.interval(),
        differences.p());
  }

  /**
   * An evaluation's verdicts in sentences: on positive slices, then on whole scans if these were
   * scored; none unless both a method that learned and a rule were scored.
   *
   * @param results the first one that learned is compared with the best of the rules
   */
  public static List<String> sentences(EvaluationScope scope, List<RecipeResult> results) {
    String patients = scope.split().patients();
    List<String> sentences = new ArrayList<>();
    best(results, one -> one.byPatient(Score::dice))
        .ifPresent(one -> sentences.add(one.onSlices(patients)));
    List<RecipeResult> scanned = results.stream().filter(one -> one.scans().isPresent()).toList();
    best(scanned, one -> one.scans().orElseThrow().byPatient(ScanScore::dice))
        .ifPresent(one -> sentences.add(one.sentence("On whole scans without labels", patients)));
    return sentences;
  }

  private static Optional<RuleVerdict> best(
      List<RecipeResult> results, Function<RecipeResult, PatientScores> dice) {
    Optional<RecipeResult> learned =
        results.stream().filter(one -> one.recipe().method().learns()).findFirst();
    Optional<RecipeResult> rule =
        results.stream()
            .filter(one -> !one.recipe().method().learns())
            .max(Comparator.comparingDouble(one -> dice.apply(one).mean()));
    return learned.isEmpty() || rule.isEmpty()
        ? Optional.empty()
        : Optional.of(
            of(
                learned.get().recipe().name(),
                rule.get().recipe().name(),
                dice.apply(learned.get()).minus(dice.apply(rule.get()))));
  }

  /** Whether the gain is surely above 0. */
  public boolean beats() {
    return interval.low() > 0 && p < SIGNIFICANT;
  }

  /**
   * In a sentence, of positive slices.
   *
   * @param whose such as {@code held-out patients}
   */
  public String onSlices(String whose) {
    return sentence("On slices known to hold the object", whose);
  }

  private String sentence(String where, String whose) {
    String verb = beats() ? "beats" : difference > 0 ? "is ahead of" : "does not beat";
    String doubt = beats() || !(difference > 0) ? "" : ", but not surely";
    String advice =
        beats()
            ? ""
            : difference > 0 ? "; use the rule until more patients show a gain" : "; use the rule";
    return "%s, %s %s the best rule that learns nothing, %s, over the same %s%s: Dice %s%s (95 %% %s, p %s, n = %s)%s."
        .formatted(
            where,
            learned,
            verb,
            rule,
            whose,
            doubt,
            difference < 0 ? "" : "+",
            Format.number(difference, 3),
            Format.range(interval.low(), interval.high(), 3),
            Format.p(p),
            patients,
            advice);
  }
}
