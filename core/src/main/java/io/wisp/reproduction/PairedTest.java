package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Compares all methods with one another by the Dice of each slice: Wilcoxon's signed-rank test, two
 * sided, corrected by Holm. Slices of one patient are alike, so that p is too small rather than too
 * large; the bootstrap intervals, which draw patients, do not have this fault.
 */
final class PairedTest {
  private PairedTest() {}

  /** One comparison for each two methods, in the order of the methods. */
  static List<Comparison> of(List<MethodEvaluation> evaluations) {
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
        comparisons.add(compared(methods.get(i), methods.get(j), dice));
      }
    }
    return corrected(comparisons);
  }

  private static Comparison compared(
      MapMethod first, MapMethod second, Map<MapMethod, Map<String, Double>> dice) {
    double[] differences = differences(dice.get(first), dice.get(second));
    double mean = Arrays.stream(differences).average().orElse(Double.NaN);
    return new Comparison(first, second, differences.length, mean, p(differences), Double.NaN);
  }

  /**
   * The Dice of the first less that of the second, on the slices that both have.
   *
   * @param ones by the slices' names
   */
  static double[] differences(Map<String, Double> ones, Map<String, Double> others) {
    return ones.entrySet().stream()
        .filter(entry -> others.containsKey(entry.getKey()))
        .mapToDouble(entry -> entry.getValue() - others.get(entry.getKey()))
        .toArray();
  }

  /** 1 where no two values differ. */
  static double p(double[] differences) {
    double[] unequal = Arrays.stream(differences).filter(d -> d != 0).toArray();
    return unequal.length == 0
        ? 1
        : WilcoxonSignedRankTest.withDefaults().test(unequal).getPValue();
  }

  private static List<Comparison> corrected(List<Comparison> comparisons) {
    double[] corrected = holm(comparisons.stream().mapToDouble(Comparison::p).toArray());
    List<Comparison> result = new ArrayList<>();
    for (int i = 0; i < corrected.length; i++) {
      Comparison one = comparisons.get(i);
      result.add(
          new Comparison(
              one.first(), one.second(), one.slices(), one.difference(), one.p(), corrected[i]));
    }
    return result;
  }

  /** Holm's step-down correction (1979), in the order given. */
  static double[] holm(double[] p) {
    int[] rising =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] corrected = new double[p.length];
    double highest = 0;
    for (int rank = 0; rank < p.length; rank++) {
      highest = Math.max(highest, Math.min(1, (p.length - rank) * p[rising[rank]]));
      corrected[rising[rank]] = highest;
    }
    return corrected;
  }
}
