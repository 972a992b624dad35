package io.wisp.evaluation;

import io.wisp.metrics.RankCorrelation;
import io.wisp.metrics.Reliability;
import io.wisp.metrics.RiskCoverage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether confidence reveals where masks are wrong. Manual masks only measure this; confidence does
 * not use them.
 *
 * @param pixels of the foreground, over all slices
 * @param expectedCalibrationError of these
 * @param rankCorrelation Spearman's, of the slices' confidence and Dice
 * @param meanDice of all slices; the area of an uninformative confidence
 * @param area under the curve of mean Dice against the share of slices kept
 * @param bestArea of a confidence that sorts slices as Dice does
 * @param coverage the curve at tenths
 */
public record Calibration(
    Reliability pixels,
    double expectedCalibrationError,
    double rankCorrelation,
    double meanDice,
    double area,
    double bestArea,
    List<Kept> coverage) {
  private static final int POINTS = 10;

  public Calibration {
    coverage = List.copyOf(coverage);
  }

  /**
   * A point of the curve.
   *
   * @param share of the slices that are kept, the most confident ones
   * @param meanDice of these
   */
  public record Kept(double share, double meanDice) {}

  /** Mean Dice of the more confident half. */
  double half() {
    return coverage.get(POINTS / 2 - 1).meanDice();
  }

  static Calibration of(List<SliceOutcome> slices) {
    Reliability.Tally pixels = new Reliability.Tally();
    slices.forEach(
        one ->
            pixels.add(
                one.confidence().pixels(), one.mask(), one.truth(), one.found().foreground()));
    Reliability reliability = pixels.result();
    List<Double> confidence = slices.stream().map(one -> one.confidence().value()).toList();
    List<Double> dice = slices.stream().map(one -> one.score().dice()).toList();
    RiskCoverage curve = RiskCoverage.of(confidence, dice);
    return new Calibration(
        reliability,
        reliability.expectedCalibrationError(),
        RankCorrelation.of(confidence, dice),
        curve.at(1),
        curve.area(),
        RiskCoverage.best(dice).area(),
        IntStream.rangeClosed(1, POINTS)
            .mapToObj(i -> i / (double) POINTS)
            .map(share -> new Kept(share, curve.at(share)))
            .toList());
  }
}
