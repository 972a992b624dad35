package io.wisp.confidence;

import io.wisp.mask.MaskUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far to trust the mask of a scan.
 *
 * @param outlined slices with a mask
 * @param value in [0, 1]: the mean of its slices; 0 if there is none
 * @param leastConfident the index of the slice to check first; -1 if there is none
 */
public record ScanConfidence(int outlined, double value, int leastConfident) {

  /**
   * Of the processed slices.
   *
   * @param indices their places in the scan
   * @param unit {@link MaskUnit#SLICE} if every slice is known to hold the object: empty masks
   *     count as 0. With {@link MaskUnit#VOLUME} they are ignored
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
