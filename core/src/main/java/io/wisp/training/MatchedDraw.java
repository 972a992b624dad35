package io.wisp.training;

import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws negative slices from where positive ones lie: negatives are mostly at the ends of a scan,
 * and a model trained on them as they are learns anatomy in place of disease.
 *
 * <p>Positives, and slices that are neither, are drawn as they are. For a negative, a positive is
 * drawn first, and the negative comes from the same tenth of the scan, or the nearest one that has
 * negatives.
 */
final class MatchedDraw implements SliceDraw {
  private static final int BINS = 10;

  private final SliceDraw any;
  private final int negative;
  private final SliceDraw positives;
  private final SlicePositions positions;
  private final List<List<SliceRecord>> negatives;

  /**
   * Sorts the negatives by where they lie.
   *
   * @param any chooses the class, by a slice of it
   * @param positives at least one
   * @param negatives at least one, all of one label
   * @param positions of all of them
   */
  MatchedDraw(
      SliceDraw any,
      List<SliceRecord> positives,
      List<SliceRecord> negatives,
      SlicePositions positions) {
    this.any = any;
    this.negative = negatives.get(0).label();
    this.positives = SliceDraw.among(List.of(positives));
    this.positions = positions;
    this.negatives = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      this.negatives.add(nearest(negatives, bin));
    }
  }

  @Override
  public SliceRecord next(RandomGenerator random) {
    SliceRecord slice = any.next(random);
    if (!slice.labelled(negative)) {
      return slice;
    }
    List<SliceRecord> there = negatives.get(bin(positives.next(random)));
    return there.get(random.nextInt(there.size()));
  }

  /** The slices in a bin, or else in the nearest bins on both sides. */
  private List<SliceRecord> nearest(List<SliceRecord> slices, int bin) {
    int distance = slices.stream().mapToInt(s -> Math.abs(bin(s) - bin)).min().orElseThrow();
    return slices.stream().filter(s -> Math.abs(bin(s) - bin) == distance).toList();
  }

  private int bin(SliceRecord slice) {
    return Math.min((int) (BINS * positions.of(slice)), BINS - 1);
  }
}
