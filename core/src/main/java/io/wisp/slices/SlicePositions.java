package io.wisp.slices;

import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;

/**
 * Where slices lie in their scans: 0 is the first slice of a case that is kept, 1 the last. Slices
 * are counted as they lie in the file.
 */
public final class SlicePositions {
  private static final double MIDDLE = 0.5;

  private final Map<String, IntSummaryStatistics> cases = new HashMap<>();

  private SlicePositions(List<SliceRecord> slices) {
    for (SliceRecord slice : slices) {
      cases.computeIfAbsent(slice.caseId(), id -> new IntSummaryStatistics()).accept(slice.slice());
    }
  }

  /**
   * Those of a store.
   *
   * @param slices all of the store, whatever their label: the first and the last one of a case
   *     decide
   */
  public static SlicePositions of(List<SliceRecord> slices) {
    return new SlicePositions(slices);
  }

  /**
   * Where a slice lies, in [0, 1].
   *
   * @param slice of a case that is known here
   */
  public double of(SliceRecord slice) {
    IntSummaryStatistics places = cases.get(slice.caseId());
    return between(places.getMin(), places.getMax(), slice.slice());
  }

  /** Where a slice lies between two others: 0 at the first, 1 at the last, 0.5 if all are one. */
  public static double between(int first, int last, int slice) {
    return first == last ? MIDDLE : (slice - first) / (double) (last - first);
  }
}
