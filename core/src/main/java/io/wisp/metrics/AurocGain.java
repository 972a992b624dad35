package io.wisp.metrics;

import java.util.Arrays;
import java.util.List;

/**
 * The gain in {@link MatchedAuroc} of one score over another on the same cases.
 *
 * @param value in [−1, 1]; NaN if there is no pair
 * @param standardError of the difference, by the jackknife over groups. Both scores are of the same
 *     cases, so what a group adds to both cancels, and the error is usually smaller than the errors
 *     of the two areas suggest. NaN with fewer than two groups
 */
public record AurocGain(double value, double standardError) {

  /**
   * Compares two scores.
   *
   * @param cases with one score
   * @param base the same cases, in the same order, with the other
   */
  public static AurocGain of(List<PlacedScore> cases, List<PlacedScore> base, double window) {
    MatchedPairs pairs = MatchedPairs.of(cases, window);
    MatchedPairs basePairs = MatchedPairs.of(base, window);
    double[] without = pairs.shareWithoutEach();
    double[] baseWithout = basePairs.shareWithoutEach();
    if (without.length != baseWithout.length || pairs.count() != basePairs.count()) {
      throw new IllegalArgumentException("two scores are compared on the same cases");
    }
    Arrays.setAll(without, g -> without[g] - baseWithout[g]);
    return new AurocGain(pairs.share() - basePairs.share(), MatchedPairs.jackknife(without));
  }

  /** Whether it exceeds its standard error; false if that is unknown. */
  public boolean exceedsItsError() {
    return value > 0 && value > standardError;
  }
}
