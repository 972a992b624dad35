package io.wisp.slices;

import io.wisp.dataset.Split;

/**
 * What the store knows about one slice.
 *
 * @param index its place in the store, from 0
 * @param caseId the case (volume) that it was cut from
 * @param slice its place in the volume along the slicing axis, from 0
 * @param label its class, 0 to K-1; 0 is "absent" where there are two
 * @param split the side of the split that its patient is on
 * @param rowSpacing millimetres from one row of the stored image to the next; NaN if unknown
 * @param columnSpacing millimetres from one column to the next; NaN if unknown
 * @param coverage the fraction of the slice, before it was brought to the model's size, that the
 *     object covers; NaN if there is no mask. For scores only
 */
public record SliceRecord(
    int index,
    String caseId,
    int slice,
    int label,
    Split split,
    double rowSpacing,
    double columnSpacing,
    double coverage) {

  /** Says whether the object covers at least this share; true where the share is unknown. */
  public boolean covers(double least) {
    return !(coverage < least);
  }

  /**
   * Says whether the slice carries this label. Which label holds the object and which does not is
   * said by the contrast of a run's settings; others are neither.
   */
  public boolean labelled(int wanted) {
    return label == wanted;
  }
}
