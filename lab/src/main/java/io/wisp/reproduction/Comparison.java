package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import io.wisp.evaluation.SliceEntry;
import io.wisp.metrics.PairedTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two methods compared on the slices scored by both.
 *
 * @param slices pairs
 * @param difference mean Dice of the first less that of the second
 * @param p of Wilcoxon's signed-rank test, two-sided
 * @param corrected p after Holm's correction for all comparisons made
 */
public record Comparison(
    MapMethod first, MapMethod second, int slices, double difference, double p, double corrected) {

  /**
   * One for each pair of methods, in their order, corrected for multiple tests; rules that learn
   * nothing are not compared with one another.
   */
  static List<Comparison> all(List<MethodEvaluation> evaluations) {
    Map<MapMethod, Map<String, Double>> dice = new LinkedHashMap<>();
    for (MethodEvaluation evaluation : evaluations) {
      Map<String, Double> own =
          dice.computeIfAbsent(evaluation.method(), method -> new LinkedHashMap<>());
      for (SliceEntry slice : evaluation.slices()) {
        own.put(evaluation.repeat() + "/" + slice.key(), slice.dice());
      }
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
    return corrected(comparisons);
  }

  private static Comparison compared(
      MapMethod first, MapMethod second, Map<MapMethod, Map<String, Double>> dice) {
    double[] differences = PairedTest.differences(dice.get(first), dice.get(second));
    double mean = Arrays.stream(differences).average().orElse(Double.NaN);
    return new Comparison(
        first, second, differences.length, mean, PairedTest.p(differences), Double.NaN);
  }

  private static List<Comparison> corrected(List<Comparison> comparisons) {
    double[] corrected = PairedTest.holm(comparisons.stream().mapToDouble(Comparison::p).toArray());
    List<Comparison> result = new ArrayList<>();
    for (int i = 0; i < corrected.length; i++) {
      Comparison one = comparisons.get(i);
      result.add(
          new Comparison(
              one.first(), one.second(), one.slices(), one.difference(), one.p(), corrected[i]));
    }
    return result;
  }
}
