package io.wisp.tuning;

import io.wisp.metrics.Auroc;
import io.wisp.metrics.MatchedAuroc;
import io.wisp.metrics.PlacedScore;
import java.util.List;

/**
 * How well a score predicts the labels of slices.
 *
 * @param scores one per slice
 * @param matched over pairs of slices at matched positions
 * @param anyPlace over all pairs
 */
public record Evidence(List<Double> scores, MatchedAuroc matched, double anyPlace) {

  static Evidence of(List<PlacedScore> slices, double window) {
    double[] scores = slices.stream().mapToDouble(PlacedScore::score).toArray();
    boolean[] truth = new boolean[scores.length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = slices.get(i).positive();
    }
    return new Evidence(
        slices.stream().map(PlacedScore::score).toList(),
        MatchedAuroc.of(slices, window),
        Auroc.of(scores, truth));
  }
}
