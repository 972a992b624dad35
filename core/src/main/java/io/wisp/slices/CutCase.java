package io.wisp.slices;

import io.wisp.dataset.SourceCase;
import java.util.List;
import java.util.Optional;

/**
 * A case cut into labelled slices, without those that have no content.
 *
 * @param source where it came from
 * @param rows rows of its slices before padding and resampling
 * @param columns columns of its slices before that
 * @param axis the array axis it was cut along
 * @param resampled how its slices were resampled onto even spacing, in words; empty if they were
 *     not
 * @param ranges the intensities that became -1 and 1, of each channel
 * @param sliceSpacing millimetres from a slice to the next; NaN if unknown
 * @param rowSpacing millimetres between rows at the model's size; NaN if unknown
 * @param columnSpacing millimetres between columns at the model's size; NaN if unknown
 * @param slices the slices, by place
 * @param dropped how many were dropped
 * @param droppedPositives how many of those have a mask that marks something
 */
record CutCase(
    SourceCase source,
    int rows,
    int columns,
    int axis,
    Optional<String> resampled,
    List<IntensityRange> ranges,
    double sliceSpacing,
    double rowSpacing,
    double columnSpacing,
    List<Labelled> slices,
    int dropped,
    int droppedPositives) {

  /**
   * @param slice its place in the volume
   * @param label its class, from the full-resolution mask or from elsewhere
   * @param image model-sized pixels in [-1, 1], a channel after the other
   * @param mask model-sized truth, 0 or 1; all 0 where there is none
   * @param coverage the fraction of the full-resolution slice that the object covers; NaN if there
   *     is no mask
   * @param vanished whether the truth marks pixels, but none of them at the model's size
   */
  @SuppressWarnings("ArrayRecordComponent") // pixels are handed over, never compared
  record Labelled(
      int slice, int label, float[] image, byte[] mask, double coverage, boolean vanished) {}

  int vanished() {
    return (int) slices.stream().filter(Labelled::vanished).count();
  }
}
