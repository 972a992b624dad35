package io.wisp.segmentation;

import io.wisp.confidence.MaskConfidence;
import io.wisp.slices.Slice;

/**
 * One slice with its mask, at the model's size.
 *
 * @param slice the image
 * @param map the activation map
 * @param mask the object
 * @param foreground where in the slice it could be
 * @param threshold of the map
 * @param confidence in the mask
 */
public record SegmentedSlice(
    Slice slice,
    float[] map,
    boolean[] mask,
    boolean[] foreground,
    double threshold,
    MaskConfidence confidence) {}
