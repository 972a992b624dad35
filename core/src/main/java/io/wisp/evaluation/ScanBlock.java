package io.wisp.evaluation;

import io.wisp.mask.SliceMask;
import io.wisp.metrics.ScanScore;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.util.List;
import java.util.Map;

/**
 * The slices of a case put together, from the first to the last one kept; those in between that the
 * store lacks are empty. Of a longer gap a few empty slices stay: they keep objects apart, and
 * pictures numbered 1 and 9999 need no room for all between.
 *
 * @param first a slice of the case, for its name and spacing
 * @param sliceSpacing millimetres from a slice to the next; NaN if unknown
 * @param slices how many there are
 * @param shape depth, rows and columns; the arrays are row-major
 * @param prediction the object as found
 * @param truth the object
 * @param map from which it was found; 0 where there is none
 */
record ScanBlock(
    SliceRecord first,
    double sliceSpacing,
    int slices,
    int[] shape,
    boolean[] prediction,
    boolean[] truth,
    float[] map) {

  private static final int LONGEST_GAP = 8;

  /**
   * Puts a case together.
   *
   * @param slices all of the case, in the store's order
   * @param found the masks; the other slices have none
   */
  static ScanBlock of(
      SliceStore store, List<SliceRecord> slices, Map<SliceRecord, SliceMask> found) {
    int size = store.imageSize();
    int area = size * size;
    SliceRecord first = slices.get(0);
    int[] places = places(slices);
    int depth = places[places.length - 1] + 1;
    int length = Math.multiplyExact(depth, area);
    ScanBlock block =
        new ScanBlock(
            first,
            store.storeRecipe().sliceSpacing(first.caseId()),
            slices.size(),
            new int[] {depth, size, size},
            new boolean[length],
            new boolean[length],
            new float[length]);
    for (int i = 0; i < places.length; i++) {
      SliceRecord slice = slices.get(i);
      int start = places[i] * area;
      System.arraycopy(store.truth(slice), 0, block.truth, start, area);
      SliceMask mask = found.get(slice);
      if (mask != null) {
        System.arraycopy(mask.mask(), 0, block.prediction, start, area);
        System.arraycopy(mask.map(), 0, block.map, start, area);
      }
    }
    return block;
  }

  private static int[] places(List<SliceRecord> slices) {
    int[] places = new int[slices.size()];
    for (int i = 1; i < places.length; i++) {
      int apart = slices.get(i).slice() - slices.get(i - 1).slice();
      places[i] = places[i - 1] + Math.min(apart, LONGEST_GAP);
    }
    return places;
  }

  /** In mm and ml where the store tells all three spacings, else in voxels of the store. */
  ScanScore score() {
    double[] spacing = {sliceSpacing, first.rowSpacing(), first.columnSpacing()};
    return ScanScore.of(first.caseId(), slices, prediction, truth, map, shape, spacing);
  }
}
