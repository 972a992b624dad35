package io.wisp.metrics;

import java.util.List;

/**
 * The area under the ROC curve at matched positions: over all pairs of a positive and a negative
 * case whose positions are at most a window apart, the share in which the positive one scores
 * higher, ties counting half. Where position correlates with the truth, {@link Auroc} rewards a
 * score that only predicts position; this one does not.
 *
 * @param value in [0, 1]; NaN if there is no such pair
 * @param standardError by the jackknife over groups, sqrt((n − 1) / n Σ (v_g − mean v)²) with v_g
 *     the value without group g; NaN with fewer than two groups
 * @param pairs number of pairs compared
 */
public record MatchedAuroc(double value, double standardError, long pairs) {
  /**
   * Compares all pairs.
   *
   * @param window 0 for equal positions only; infinite for {@link Auroc}
   */
  public static MatchedAuroc of(List<PlacedScore> cases, double window) {
    MatchedPairs pairs = MatchedPairs.of(cases, window);
    return new MatchedAuroc(
        pairs.share(), MatchedPairs.jackknife(pairs.shareWithoutEach()), pairs.count());
  }
}
