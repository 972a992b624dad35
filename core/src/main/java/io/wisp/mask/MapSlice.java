package io.wisp.mask;

/**
 * An activation map and its slice.
 *
 * @param map of any scale, row-major
 * @param image of the same slice and size, in [-1, 1]; the first channel of several
 * @param volume names the volume of the slice
 * @param index its place in the volume along the slicing axis
 */
public record MapSlice(float[] map, float[] image, String volume, int index) {}
