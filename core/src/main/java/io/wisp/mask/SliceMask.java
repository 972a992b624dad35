package io.wisp.mask;

/**
 * The mask of a slice and how it came about.
 *
 * @param mask row-major, true where the object lies
 * @param map the map that was cut: signed, smoothed, scaled to [0, 1] inside the foreground, 0
 *     outside
 * @param threshold where it was cut; the object is strictly above. NaN, with an empty mask, if the
 *     slice has no foreground
 */
public record SliceMask(boolean[] mask, float[] map, double threshold) {}
