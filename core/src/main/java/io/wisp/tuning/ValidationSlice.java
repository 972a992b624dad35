package io.wisp.tuning;

import io.wisp.activation.LabelledImage;
import io.wisp.dataset.PatientSplit;
import io.wisp.slices.SliceRecord;

/**
 * A slice by which settings are judged.
 *
 * @param record which it is
 * @param image all its channels, as the model sees them
 * @param firstChannel size·size pixels in [−1, 1], in which the foreground is found
 * @param positive whether it holds the object
 * @param place in its scan: 0 for its first slice in the store, 1 for the last, 0.5 for a single
 *     one
 */
public record ValidationSlice(
    SliceRecord record, LabelledImage image, float[] firstChannel, boolean positive, double place) {

  String patient() {
    return PatientSplit.patient(record.caseId());
  }
}
