package io.wisp.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The area under the ROC curve at like places: over all pairs of a positive and a negative case
 * whose places are at most a window apart, the share in which the positive one scores higher, ties
 * counting half. Where the place goes along with the truth, {@link Auroc} rewards a score that only
 * tells the place; this one does not.
 *
 * @param value in [0, 1]; NaN if there is no such pair
 * @param standardError by the jackknife over groups, sqrt((n − 1) / n Σ (v_g − mean v)²) with v_g
 *     the value without group g; NaN with fewer than two groups
 * @param pairs how many pairs were compared
 */
public record MatchedAuroc(double value, double standardError, long pairs) {
  /** So that places that are a window apart but for rounding are. */
  private static final double ROUNDING = 1e-9;

  /**
   * Compares all pairs.
   *
   * @param window 0 for equal places only; infinite for {@link Auroc}
   */
  public static MatchedAuroc of(List<PlacedScore> cases, double window) {
    List<String> groups = cases.stream().map(PlacedScore::group).distinct().toList();
    Tally all = new Tally();
    Tally[] touching = new Tally[groups.size()];
    Arrays.setAll(touching, g -> new Tally());
    for (PlacedScore positive : cases) {
      for (PlacedScore negative : cases) {
        if (positive.positive() && !negative.positive() && apart(positive, negative) <= window) {
          all.count(positive, negative);
          touching[groups.indexOf(positive.group())].count(positive, negative);
          if (!positive.group().equals(negative.group())) {
            touching[groups.indexOf(negative.group())].count(positive, negative);
          }
        }
      }
    }
    return new MatchedAuroc(all.share(), standardError(all, touching), all.pairs);
  }

  private static double apart(PlacedScore a, PlacedScore b) {
    return Math.abs(a.place() - b.place()) - ROUNDING;
  }

  private static double standardError(Tally all, Tally[] touching) {
    double[] without =
        IntStream.range(0, touching.length)
            .mapToDouble(g -> all.shareWithout(touching[g]))
            .filter(share -> !Double.isNaN(share))
            .toArray();
    int n = without.length;
    if (n < 2) {
      return Double.NaN;
    }
    double mean = Arrays.stream(without).average().orElseThrow();
    double squares = Arrays.stream(without).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt((n - 1.0) / n * squares);
  }

  /** Pairs, and how many of them the positive case wins. */
  private static final class Tally {
    private double wins;
    private long pairs;

    void count(PlacedScore positive, PlacedScore negative) {
      int order = Double.compare(positive.score(), negative.score());
      wins += order > 0 ? 1 : order == 0 ? 0.5 : 0;
      pairs++;
    }

    double share() {
      return pairs == 0 ? Double.NaN : wins / pairs;
    }

    double shareWithout(Tally part) {
      return pairs == part.pairs ? Double.NaN : (wins - part.wins) / (pairs - part.pairs);
    }
  }
}
