package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import io.wisp.evaluation.SliceEntry;
import io.wisp.metrics.Interval;
import io.wisp.metrics.PairedTest;
import io.wisp.metrics.PatientScores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two methods compared on the slices scored by both.
 *
 * @param slices pairs
 * @param patients whose slices these are; one whom several repeats held out counts once
 * @param difference mean Dice of the first less that of the second, over slices
 * @param interval of the difference, 95 %, patients drawn
 * @param p of Wilcoxon's signed-rank test on the patients' mean differences, two-sided
 * @param corrected p after Holm's correction for all comparisons made
 */
public record Comparison(
    MapMethod first,
    MapMethod second,
    int slices,
    int patients,
    double difference,
    Interval interval,
    double p,
    double corrected) {

  /**
   * One for each pair of methods, in their order, corrected for multiple tests; rules that learn
   * nothing are not compared with one another.
   */
  static List<Comparison> all(List<MethodEvaluation> evaluations) {
    Map<MapMethod, PatientScores> dice = new LinkedHashMap<>();
    for (MethodEvaluation evaluation : evaluations) {
      PatientScores own = dice.computeIfAbsent(evaluation.method(), method -> new PatientScores());
      evaluation.addTo(own, SliceEntry::dice);
    }
    List<MapMethod> methods = List.copyOf(dice.keySet());
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      for (int j = i + 1; j < methods.size(); j++) {
        if (methods.get(i).learns() || methods.get(j).learns()) {
          comparisons.add(compared(methods.get(i), methods.get(j), dice));
        }
      }
    }
    double[] corrected = PairedTest.holm(comparisons.stream().mapToDouble(Comparison::p).toArray());
    for (int i = 0; i < corrected.length; i++) {
      comparisons.set(i, comparisons.get(i).withCorrected(corrected[i]));
    }
    return List.copyOf(comparisons);
  }

  private static Comparison compared(
      MapMethod first, MapMethod second, Map<MapMethod, PatientScores> dice) {
    PatientScores differences = dice.get(first).minus(dice.get(second));
    return new Comparison(
        first,
        second,
        differences.count(),
        differences.patients(),
        differences.mean(),
        differences.interval(),
        differences.p(),
        Double.NaN);
  }

  private Comparison withCorrected(double value) {
    return new Comparison(first, second, slices, patients, difference, interval, p, value);
  }
}
