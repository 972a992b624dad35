package io.wisp.confidence;

import io.wisp.mask.SliceMask;
import io.wisp.metrics.Overlap;
import java.util.List;
import java.util.stream.IntStream;

/** Criteria that tell good masks from bad ones, without manual masks. */
public final class MaskCriteria {
  private MaskCriteria() {}

  /**
   * How certain the decisions inside a mask are: the mean of max(0, 2 c − 1), 0 for an empty mask.
   *
   * @param confidence c of each pixel, see {@link PixelConfidence}; where this is p &gt; 0.5 of a
   *     network, 2 |p − 0.5|
   */
  public static double certainty(float[] confidence, boolean[] mask) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i]) {
        sum += Math.max(0, 2.0 * confidence[i] - 1);
        count++;
      }
    }
    return sum / Math.max(1, count);
  }

  /**
   * Agreement in the third dimension: the mean Dice of a slice's mask with those of the adjacent
   * slices that have one. NaN if none has.
   *
   * @param slices of any volumes, those of a volume in order
   * @param masks one per slice
   */
  public static double[] neighbours(List<SlicePlace> slices, List<boolean[]> masks) {
    return IntStream.range(0, slices.size())
        .mapToDouble(
            i ->
                IntStream.of(i - 1, i + 1)
                    .filter(j -> j >= 0 && j < slices.size())
                    .filter(
                        j -> slices.get(i).isBeside(slices.get(j)) && SliceMask.any(masks.get(j)))
                    .mapToDouble(j -> Overlap.of(masks.get(i), masks.get(j)).dice())
                    .average()
                    .orElse(Double.NaN))
        .toArray();
  }
}
