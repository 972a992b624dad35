package io.wisp.confidence;

import io.wisp.mask.MaskUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the mask of a scan is to be trusted.
 *
 * @param outlined slices with a mask
 * @param value in [0, 1]: the mean of its slices; 0 if there is none
 * @param leastConfident the place of the slice to look at first; -1 if there is none
 */
public record ScanConfidence(int outlined, double value, int leastConfident) {

  /**
   * Of the slices that were looked at.
   *
   * @param indices their places in the scan
   * @param unit {@link MaskUnit#SLICE} if every slice is known to hold the object: empty masks
   *     count, with 0. With {@link MaskUnit#VOLUME} they say nothing, and do not count
   */
  public static ScanConfidence of(
      List<Integer> indices, List<MaskConfidence> slices, MaskUnit unit) {
    List<Integer> counted =
        IntStream.range(0, slices.size())
            .filter(i -> unit == MaskUnit.SLICE || !slices.get(i).empty())
            .boxed()
            .toList();
    return new ScanConfidence(
        (int) slices.stream().filter(slice -> !slice.empty()).count(),
        counted.stream().mapToDouble(i -> slices.get(i).value()).average().orElse(0),
        counted.stream()
            .min(Comparator.comparingDouble(i -> slices.get(i).value()))
            .map(indices::get)
            .orElse(-1));
  }
}
