package io.wisp.evaluation;

import io.wisp.metrics.SliceScore;
import io.wisp.slices.SliceRecord;

/**
 * What came of one slice; all arrays are size·size, row by row.
 *
 * @param record which slice it is
 * @param image in [−1, 1]
 * @param truth the object by hand
 * @param map the activation map, as masks were made of it
 * @param mask the object as found
 * @param score of the mask against the truth
 */
public record SliceOutcome(
    SliceRecord record,
    float[] image,
    boolean[] truth,
    float[] map,
    boolean[] mask,
    SliceScore score) {}
