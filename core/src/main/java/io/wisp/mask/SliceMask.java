package io.wisp.mask;

import java.util.stream.IntStream;

/**
 * The mask of a slice and how it came about. A mask may be empty: where there is no foreground,
 * where the map is constant, where no value lies above the threshold (as in a slice without the
 * object whose volume is cut as one), and where all components are too small. Nothing fills it
 * again.
 *
 * @param mask row-major, true where the object lies
 * @param map the map that was cut, with all steps before the threshold done: scaled to [0, 1]
 *     inside the foreground and 0 outside, or on its own scale where maps are not scaled; where it
 *     was refined after that, a few values may lie beyond
 * @param threshold where it was cut, in the map's units; the object is strictly above. NaN, with an
 *     empty mask, if neither this slice nor one that was cut with it has a foreground
 * @param foreground where an object may lie
 */
public record SliceMask(boolean[] mask, float[] map, double threshold, boolean[] foreground) {

  /** Whether a mask, of a slice or of several, holds anything. */
  public static boolean any(boolean[] mask) {
    return IntStream.range(0, mask.length).anyMatch(i -> mask[i]);
  }
}
