package io.wisp.ablation;

import io.wisp.evaluation.SliceEntry;
import io.wisp.evaluation.VolumeEntry;
import io.wisp.metrics.Mean;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A line of the table: a row's scores, each over slices or volumes; with several repeats, then over
 * these.
 *
 * @param hd95 without slices where it is undefined
 * @param large Dice of slices whose object is large enough
 * @param volume Dice of volumes
 * @param gain what it gains on the row above; none in the first
 */
record RowLine(
    PlannedRow row,
    Mean dice,
    Mean iou,
    Mean hd95,
    double secondsPerSlice,
    Mean large,
    Mean volume,
    Optional<Gain> gain) {

  /**
   * How a row differs from the one above, on the same slices.
   *
   * @param dice mean difference
   * @param p of Wilcoxon's signed-rank test on the slices of all repeats, two-sided
   * @param corrected p after Holm's correction for all rows
   */
  record Gain(double dice, double p, double corrected) {}

  /**
   * @param repeats what the row came to in each repeat
   * @param mean makes one of the values of each repeat
   */
  static RowLine of(
      PlannedRow row,
      List<RowResult> repeats,
      double leastObject,
      Function<List<double[]>, Mean> mean,
      Optional<Gain> gain) {
    return new RowLine(
        row,
        mean.apply(ofSlices(repeats, SliceEntry::dice)),
        mean.apply(ofSlices(repeats, SliceEntry::iou)),
        mean.apply(ofSlices(repeats, SliceEntry::hd95)),
        repeats.stream().mapToDouble(RowResult::secondsPerSlice).average().orElseThrow(),
        mean.apply(ofLarge(repeats, leastObject)),
        mean.apply(ofVolumes(repeats)),
        gain);
  }

  private static List<double[]> ofSlices(
      List<RowResult> repeats, ToDoubleFunction<SliceEntry> measure) {
    return repeats.stream()
        .map(result -> result.slices().stream().mapToDouble(measure).toArray())
        .toList();
  }

  private static List<double[]> ofLarge(List<RowResult> repeats, double least) {
    return repeats.stream()
        .map(
            result ->
                result.slices().stream()
                    .filter(slice -> slice.covers(least))
                    .mapToDouble(SliceEntry::dice)
                    .toArray())
        .toList();
  }

  private static List<double[]> ofVolumes(List<RowResult> repeats) {
    return repeats.stream()
        .map(result -> result.volumes().stream().mapToDouble(VolumeEntry::dice).toArray())
        .toList();
  }
}
