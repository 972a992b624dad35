package io.wisp.confidence;

import io.wisp.mask.SliceMask;
import io.wisp.mask.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How far to trust the mask of a slice, and its components.
 *
 * @param pixels see {@link PixelConfidence}
 * @param certainty of the decisions inside the mask, see {@link MaskCriteria#certainty}
 * @param effect see {@link MaskedMap#effect}
 * @param neighbours see {@link MaskCriteria#neighbours}; NaN where undefined
 * @param empty whether the mask is empty
 */
public record MaskConfidence(
    float[] pixels, double certainty, double effect, double neighbours, boolean empty) {
  /**
   * The effect that maps to 0.5. Pure noise, split at its median, has √(8/π) / √(1 − 2/π) = 2.65.
   */
  private static final double HALF = 3;

  /**
   * The confidences of a set of masks.
   *
   * @param places of their slices; those of a volume in order
   * @param rule how all of them were thresholded
   */
  public static List<MaskConfidence> of(
      List<SlicePlace> places, List<SliceMask> masks, Threshold.Rule rule) {
    double[] neighbours =
        MaskCriteria.neighbours(places, masks.stream().map(SliceMask::mask).toList());
    List<MaskConfidence> all = new ArrayList<>();
    for (int i = 0; i < neighbours.length; i++) {
      SliceMask found = masks.get(i);
      float[] pixels = PixelConfidence.of(found, rule);
      all.add(
          new MaskConfidence(
              pixels,
              MaskCriteria.certainty(pixels, found.mask()),
              MaskedMap.of(found).effect(),
              neighbours[i],
              !SliceMask.any(found.mask())));
    }
    return all;
  }

  /**
   * In [0, 1]: the mean of certainty, effect / (effect + 3), and the agreement with the neighbours,
   * if any. 0 for an empty mask, since the slices should hold the object.
   */
  public double value() {
    if (empty) {
      return 0;
    }
    double positive = Math.max(0, effect);
    return DoubleStream.of(certainty, positive / (positive + HALF), neighbours)
        .filter(one -> !Double.isNaN(one))
        .average()
        .orElseThrow();
  }
}
