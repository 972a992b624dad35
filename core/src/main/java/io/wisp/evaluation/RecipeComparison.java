package io.wisp.evaluation;

import io.wisp.metrics.PairedTest;
import io.wisp.metrics.PatientScores;
import io.wisp.metrics.Score;
import java.util.ArrayList;
import java.util.List;

/**
 * The main recipe compared with another on the same slices.
 *
 * @param first name of the main recipe
 * @param second name of the other
 * @param differences Dice of the first less that of the second
 * @param p of Wilcoxon's signed-rank test on the patients' mean differences, two-sided
 * @param corrected p after Holm's correction for all comparisons made
 */
record RecipeComparison(
    String first, String second, PatientScores differences, double p, double corrected) {

  /**
   * One for each other recipe.
   *
   * @param results the first one is the main one
   */
  static List<RecipeComparison> withMain(List<RecipeResult> results) {
    PatientScores main = results.get(0).byPatient(Score::dice);
    List<PatientScores> differences =
        results.stream().skip(1).map(other -> main.minus(other.byPatient(Score::dice))).toList();
    double[] p = differences.stream().mapToDouble(PatientScores::p).toArray();
    double[] corrected = PairedTest.holm(p);
    List<RecipeComparison> comparisons = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      comparisons.add(
          new RecipeComparison(
              results.get(0).recipe().name(),
              results.get(i + 1).recipe().name(),
              differences.get(i),
              p[i],
              corrected[i]));
    }
    return comparisons;
  }
}
