package io.wisp.mask;

/**
 * An activation map, and which slice it is of.
 *
 * @param map of any scale, row-major
 * @param image of the same slice, as large, in [-1, 1]; the first channel where there are several
 * @param volume names the volume that the slice was cut from
 * @param index its place in the volume along the slicing axis
 */
public record MapSlice(float[] map, float[] image, String volume, int index) {}
