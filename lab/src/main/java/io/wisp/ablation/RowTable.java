package io.wisp.ablation;

import io.wisp.ablation.RowLine.Gain;
import io.wisp.metrics.DistanceUnit;
import io.wisp.metrics.Mean;
import io.wisp.metrics.PairedTest;
import io.wisp.metrics.PatientScores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * An ablation table that adds an idea a row, with rules that learn nothing at its foot, over the
 * slices and volumes of one store, or of a store a repeat.
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
    List<RowLine> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(RowLine.of(rows.get(i), ofRow(i, repeats), LARGE, mean));
    }
    return new RowTable(repeats.get(0).get(0).unit(), withGains(lines, repeats));
  }

  private static List<RowResult> ofRow(int row, List<List<RowResult>> repeats) {
    return repeats.stream().map(results -> results.get(row)).toList();
  }

  /** With each row's gain over the one that it is compared with; none for the first. */
  private static List<RowLine> withGains(List<RowLine> lines, List<List<RowResult>> repeats) {
    int last = last(lines);
    List<PatientScores> differences = new ArrayList<>();
    for (int row = 1; row < lines.size(); row++) {
      PatientScores base = RowLine.byPatient(ofRow(Math.min(row - 1, last), repeats));
      differences.add(RowLine.byPatient(ofRow(row, repeats)).minus(base));
    }
    double[] p = differences.stream().mapToDouble(PatientScores::p).toArray();
    double[] corrected = PairedTest.holm(p);
    List<RowLine> gaining = new ArrayList<>(lines.subList(0, 1));
    for (int i = 0; i < p.length; i++) {
      RowLine line = lines.get(i + 1);
      double gain = line.dice().mean() - lines.get(Math.min(i, last)).dice().mean();
      gaining.add(line.withGain(new Gain(gain, differences.get(i).interval(), p[i], corrected[i])));
    }
    return gaining;
  }

  /** Which row is the last above the foot. */
  private static int last(List<RowLine> lines) {
    return (int) lines.stream().filter(line -> !line.row().foot()).count() - 1;
  }

  /** The last row above the foot. */
  RowLine last() {
    return lines.get(last(lines));
  }

  /** The rules at the foot. */
  List<RowLine> foot() {
    return lines.subList(last(lines) + 1, lines.size());
  }
}
