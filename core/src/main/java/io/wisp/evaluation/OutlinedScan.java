package io.wisp.evaluation;

import io.wisp.mask.SliceMask;
import io.wisp.metrics.ScanScore;
import java.util.Map;

/**
 * A scan outlined without labels.
 *
 * @param score of the scan as a whole
 * @param slices those that were mapped, by their place in the scan
 * @param presence the probability of slices to hold the object, by their place; empty if nothing
 *     told it
 */
record OutlinedScan(ScanScore score, Map<Integer, Mapped> slices, Map<Integer, Double> presence) {
  OutlinedScan {
    slices = Map.copyOf(slices);
    presence = Map.copyOf(presence);
  }

  /**
   * A slice that was mapped.
   *
   * @param peak the largest value of its map, in the foreground
   * @param outlined whether it has a mask
   */
  record Mapped(double peak, boolean outlined) {
    static Mapped of(float[] map, boolean[] foreground, boolean[] mask) {
      double peak = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < map.length; i++) {
        if (foreground[i]) {
          peak = Math.max(peak, map[i]);
        }
      }
      return new Mapped(peak, SliceMask.any(mask));
    }
  }
}
