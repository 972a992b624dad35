package io.wisp.ablation;

import io.wisp.ablation.RowLine.Gain;
import io.wisp.metrics.DistanceUnit;
import io.wisp.metrics.Mean;
import io.wisp.metrics.PairedTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An ablation table that adds an idea a row, over the slices and volumes of one store, or of a
 * store a repeat.
 *
 * @param unit of the distances
 * @param lines from top to bottom
 */
public record RowTable(DistanceUnit unit, List<RowLine> lines) {
  /** The least share of a slice for an object to count as large. */
  static final double LARGE = 0.01;

  public RowTable {
    lines = List.copyOf(lines);
  }

  /**
   * Means over slices, and their standard deviation.
   *
   * @param rows as many as results, at least one
   */
  static RowTable of(List<PlannedRow> rows, List<RowResult> results) {
    return of(rows, List.of(results), values -> Mean.of(values.get(0)));
  }

  /**
   * Means over slices, then over repeats; the standard deviation is over repeats.
   *
   * @param rows at least one
   * @param repeats for each repeat as many results as rows; at least one repeat
   */
  static RowTable overRepeats(List<PlannedRow> rows, List<List<RowResult>> repeats) {
    return of(rows, repeats, Mean::overRepeats);
  }

  private static RowTable of(
      List<PlannedRow> rows, List<List<RowResult>> repeats, Function<List<double[]>, Mean> mean) {
    List<Optional<Gain>> gains = gains(rows.size(), repeats);
    List<RowLine> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(RowLine.of(rows.get(i), ofRow(i, repeats), LARGE, mean, gains.get(i)));
    }
    return new RowTable(repeats.get(0).get(0).unit(), lines);
  }

  private static List<RowResult> ofRow(int row, List<List<RowResult>> repeats) {
    return repeats.stream().map(results -> results.get(row)).toList();
  }

  /** Each row's gain over the one above; none for the first. */
  private static List<Optional<Gain>> gains(int rows, List<List<RowResult>> repeats) {
    List<List<double[]>> differences = new ArrayList<>();
    for (int row = 1; row < rows; row++) {
      differences.add(differences(row, repeats));
    }
    double[] p = differences.stream().mapToDouble(RowTable::p).toArray();
    double[] corrected = PairedTest.holm(p);
    List<Optional<Gain>> gains = new ArrayList<>(List.of(Optional.empty()));
    for (int i = 0; i < p.length; i++) {
      double mean = Mean.overRepeats(differences.get(i)).mean();
      gains.add(Optional.of(new Gain(mean, p[i], corrected[i])));
    }
    return gains;
  }

  private static List<double[]> differences(int row, List<List<RowResult>> repeats) {
    return repeats.stream()
        .map(results -> PairedTest.differences(dice(results.get(row)), dice(results.get(row - 1))))
        .toList();
  }

  private static double p(List<double[]> differences) {
    return PairedTest.p(differences.stream().flatMapToDouble(Arrays::stream).toArray());
  }

  private static Map<String, Double> dice(RowResult result) {
    Map<String, Double> dice = new LinkedHashMap<>();
    result.slices().forEach(slice -> dice.put(slice.key(), slice.dice()));
    return dice;
  }
}
