package io.wisp.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs of a positive and a negative case at matched positions, and how many of them the positive
 * one wins: all, and those that remain when a group is left out. Which pairs there are does not
 * depend on the scores.
 */
final class MatchedPairs {
  /** Tolerance for rounding of positions exactly a window apart. */
  private static final double ROUNDING = 1e-9;

  private final Tally all = new Tally();
  private final Tally[] touching;

  private MatchedPairs(int groups) {
    touching = new Tally[groups];
    Arrays.setAll(touching, g -> new Tally());
  }

  static MatchedPairs of(List<PlacedScore> cases, double window) {
    List<String> groups = cases.stream().map(PlacedScore::group).distinct().toList();
    MatchedPairs pairs = new MatchedPairs(groups.size());
    for (PlacedScore positive : cases) {
      for (PlacedScore negative : cases) {
        if (positive.positive() && !negative.positive() && apart(positive, negative) <= window) {
          pairs.count(
              positive,
              negative,
              groups.indexOf(positive.group()),
              groups.indexOf(negative.group()));
        }
      }
    }
    return pairs;
  }

  private static double apart(PlacedScore a, PlacedScore b) {
    return Math.abs(a.place() - b.place()) - ROUNDING;
  }

  private void count(PlacedScore positive, PlacedScore negative, int one, int other) {
    all.count(positive, negative);
    touching[one].count(positive, negative);
    if (one != other) {
      touching[other].count(positive, negative);
    }
  }

  long count() {
    return all.pairs;
  }

  /** The share that the positive case wins, ties counting half; NaN without a pair. */
  double share() {
    return all.pairs == 0 ? Double.NaN : all.wins / all.pairs;
  }

  /** The share without each group; NaN where no pair remains. */
  double[] shareWithoutEach() {
    return Arrays.stream(touching).mapToDouble(all::shareWithout).toArray();
  }

  /**
   * The jackknife's standard error over groups, √((n − 1) / n Σ (v_g − mean v)²).
   *
   * @param without v_g, the value without each group; NaN where there is none
   * @return NaN with fewer than two groups
   */
  static double jackknife(double[] without) {
    double[] known = Arrays.stream(without).filter(v -> !Double.isNaN(v)).toArray();
    int n = known.length;
    if (n < 2) {
      return Double.NaN;
    }
    double mean = Arrays.stream(known).average().orElseThrow();
    double squares = IntStream.range(0, n).mapToDouble(g -> Math.pow(known[g] - mean, 2)).sum();
    return Math.sqrt((n - 1.0) / n * squares);
  }

  private static final class Tally {
    private double wins;
    private long pairs;

    void count(PlacedScore positive, PlacedScore negative) {
      int order = Double.compare(positive.score(), negative.score());
      wins += order > 0 ? 1 : order == 0 ? 0.5 : 0;
      pairs++;
    }

    double shareWithout(Tally part) {
      return pairs == part.pairs ? Double.NaN : (wins - part.wins) / (pairs - part.pairs);
    }
  }
}
