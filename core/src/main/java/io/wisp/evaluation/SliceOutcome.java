package io.wisp.evaluation;

import io.wisp.confidence.MaskConfidence;
import io.wisp.mask.SliceMask;
import io.wisp.metrics.Score;
import io.wisp.slices.SliceRecord;

/**
 * The result of one slice; all arrays are size·size, row by row.
 *
 * @param record which slice it is
 * @param image in [−1, 1]
 * @param truth the manual mask
 * @param found the object, with the map that was thresholded
 * @param confidence in the mask
 * @param score of the mask against the truth
 */
public record SliceOutcome(
    SliceRecord record,
    float[] image,
    boolean[] truth,
    SliceMask found,
    MaskConfidence confidence,
    Score score) {

  /** The activation map from which the mask was made. */
  public float[] map() {
    return found.map();
  }

  /** The object as found. */
  public boolean[] mask() {
    return found.mask();
  }
}
