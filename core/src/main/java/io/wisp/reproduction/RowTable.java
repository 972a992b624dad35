package io.wisp.reproduction;

import io.wisp.metrics.DistanceUnit;
import io.wisp.reproduction.RowLine.Gain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ablation table that adds an idea a row, over the slices and volumes of one store.
 *
 * @param unit of the distances
 * @param lines from top to bottom
 */
public record RowTable(DistanceUnit unit, List<RowLine> lines) {
  /** The share of a slice from which on an object counts as large. */
  static final double LARGE = 0.01;

  public RowTable {
    lines = List.copyOf(lines);
  }

  /**
   * @param rows as many as results, at least one
   */
  static RowTable of(List<PlannedRow> rows, List<RowResult> results) {
    List<double[]> differences = new ArrayList<>();
    for (int i = 1; i < results.size(); i++) {
      differences.add(PairedTest.differences(dice(results.get(i)), dice(results.get(i - 1))));
    }
    double[] p = differences.stream().mapToDouble(PairedTest::p).toArray();
    double[] corrected = PairedTest.holm(p);
    List<RowLine> lines = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Optional<Gain> gain =
          i == 0
              ? Optional.empty()
              : Optional.of(new Gain(mean(differences.get(i - 1)), p[i - 1], corrected[i - 1]));
      lines.add(RowLine.of(rows.get(i), results.get(i), LARGE, gain));
    }
    return new RowTable(results.get(0).unit(), lines);
  }

  private static Map<String, Double> dice(RowResult result) {
    Map<String, Double> dice = new LinkedHashMap<>();
    result.slices().forEach(slice -> dice.put(slice.key(), slice.dice()));
    return dice;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
