package io.wisp.evaluation;

import io.wisp.base.CsvText;
import io.wisp.metrics.Interval;
import io.wisp.metrics.PairedTest;
import io.wisp.metrics.PatientScores;
import io.wisp.report.Format;
import io.wisp.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Two methods or recipes compared on the slices scored by both.
 *
 * @param slices pairs
 * @param patients whose slices these are; one whom several repeats held out counts once
 * @param difference mean Dice of the first less that of the second, over slices
 * @param interval of the difference, 95 %, patients drawn
 * @param p of Wilcoxon's signed-rank test on the patients' mean differences, two-sided
 * @param corrected p after Holm's correction for all comparisons made
 */
public record Comparison<T>(
    T first,
    T second,
    int slices,
    int patients,
    double difference,
    Interval interval,
    double p,
    double corrected) {

  /**
   * One for each pair, in their order, corrected for multiple tests.
   *
   * @param compared what is compared
   * @param dice of each
   * @param wanted which pairs, the earlier one first
   */
  public static <T> List<Comparison<T>> all(
      List<T> compared, List<PatientScores> dice, BiPredicate<T, T> wanted) {
    List<Comparison<T>> comparisons = new ArrayList<>();
    for (int i = 0; i < compared.size(); i++) {
      for (int j = i + 1; j < compared.size(); j++) {
        if (wanted.test(compared.get(i), compared.get(j))) {
          PatientScores differences = dice.get(i).minus(dice.get(j));
          comparisons.add(of(compared.get(i), compared.get(j), differences));
        }
      }
    }
    double[] corrected = PairedTest.holm(comparisons.stream().mapToDouble(Comparison::p).toArray());
    for (int i = 0; i < corrected.length; i++) {
      comparisons.set(i, comparisons.get(i).withCorrected(corrected[i]));
    }
    return List.copyOf(comparisons);
  }

  private static <T> Comparison<T> of(T first, T second, PatientScores differences) {
    return new Comparison<>(
        first,
        second,
        differences.count(),
        differences.patients(),
        differences.mean(),
        differences.interval(),
        differences.p(),
        Double.NaN);
  }

  private Comparison<T> withCorrected(double value) {
    return new Comparison<>(first, second, slices, patients, difference, interval, p, value);
  }

  /** The file {@code comparisons.csv}. */
  public static <T> String csv(List<Comparison<T>> comparisons, Function<T, String> name) {
    CsvText csv =
        new CsvText(
            "first",
            "second",
            "slices",
            "dice_difference",
            "p",
            "p_holm",
            "patients",
            "difference_low",
            "difference_high");
    for (Comparison<T> one : comparisons) {
      csv.row(
          name.apply(one.first),
          name.apply(one.second),
          one.slices,
          CsvText.known(one.difference),
          one.p,
          one.corrected,
          one.patients,
          CsvText.known(one.interval.low()),
          CsvText.known(one.interval.high()));
    }
    return csv.toString();
  }

  /** The table of a report page. */
  public static <T> Section.Table table(List<Comparison<T>> comparisons, Function<T, String> name) {
    return new Section.Table(
        "Methods compared",
        List.of(
            "Pair", "Mean difference of Dice", "95 %", "p", "p after Holm", "Patients", "Slices"),
        comparisons.stream().map(one -> one.row(name)).toList(),
        "Two-sided Wilcoxon signed-rank test over patients, on the mean difference of Dice of a patient's slices, since slices of one patient are not independent. With n patients p cannot be below 2 / 2ⁿ: 0.0625 of five, 0.002 of ten.");
  }

  private List<String> row(Function<T, String> name) {
    return List.of(
        name.apply(first) + " − " + name.apply(second),
        String.format(Locale.ROOT, "%+.3f", difference),
        Format.range(interval.low(), interval.high(), 3),
        Format.p(p),
        Format.p(corrected),
        Integer.toString(patients),
        Integer.toString(slices));
  }
}
