package io.wisp.mask;

import java.util.stream.IntStream;

/**
 * The mask of a slice and how it was made. A mask can be empty: if there is no foreground, the map
 * is constant, no value is above the threshold (as in a slice without the object under a volume's
 * threshold), or all components are too small. Nothing refills it.
 *
 * @param mask row-major, true where the object is
 * @param map the map that was thresholded, after all earlier steps: scaled to [0, 1] inside the
 *     foreground and 0 outside, or on its own scale where maps are not scaled; refinement may move
 *     a few values beyond
 * @param threshold in the map's units; the object is strictly above. NaN, with an empty mask, if
 *     neither this slice nor one that shares its threshold has a foreground
 * @param foreground where an object can be
 */
public record SliceMask(boolean[] mask, float[] map, double threshold, boolean[] foreground) {

  /** Whether a mask, of a slice or of several, is not empty. */
  public static boolean any(boolean[] mask) {
    return IntStream.range(0, mask.length).anyMatch(i -> mask[i]);
  }
}
