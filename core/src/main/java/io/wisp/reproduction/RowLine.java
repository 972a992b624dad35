package io.wisp.reproduction;

import io.wisp.metrics.EmptyConvention;
import io.wisp.metrics.Statistic;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A line of the table: what a row reached, each measure over slices or volumes.
 *
 * @param hd95 without slices where it is undefined
 * @param large Dice of slices whose object is large enough
 * @param volume Dice of volumes
 * @param gain what it gains on the row above; none in the first
 */
record RowLine(
    PlannedRow row,
    Statistic dice,
    Statistic iou,
    Statistic hd95,
    double secondsPerSlice,
    Statistic large,
    Statistic volume,
    Optional<Gain> gain) {

  /**
   * How a row differs from the one above, on the same slices.
   *
   * @param dice mean difference
   * @param p of Wilcoxon's signed-rank test, two-sided
   * @param corrected p after Holm's correction for all rows
   */
  record Gain(double dice, double p, double corrected) {}

  static RowLine of(PlannedRow row, RowResult result, double leastObject, Optional<Gain> gain) {
    return new RowLine(
        row,
        statistic(result.slices().stream().mapToDouble(SliceEntry::dice)),
        statistic(result.slices().stream().mapToDouble(SliceEntry::iou)),
        statistic(result.slices().stream().mapToDouble(SliceEntry::hd95)),
        result.secondsPerSlice(),
        statistic(
            result.slices().stream()
                .filter(slice -> slice.covers(leastObject))
                .mapToDouble(SliceEntry::dice)),
        statistic(result.volumes().stream().mapToDouble(VolumeEntry::dice)),
        gain);
  }

  private static Statistic statistic(DoubleStream values) {
    return Statistic.of(values.toArray(), EmptyConvention.LEFT_OUT);
  }
}
