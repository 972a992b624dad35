package io.wisp.report;

/**
 * One line of the result table: a method or a setting, scored over a set of slices.
 *
 * @param name the method or setting
 * @param dice Dice, in [0, 1]
 * @param iou intersection over union, in [0, 1]
 * @param hd95 95th percentile of the surface distance, in the table's unit, where it is defined
 * @param precision in [0, 1]
 * @param recall in [0, 1]
 * @param slices slices that were scored
 * @param undefinedHd95 slices without a distance, because one of the two masks is empty
 * @param secondsPerSlice total time from slice to mask; NaN if not measured
 */
public record ResultRow(
    String name,
    Estimate dice,
    Estimate iou,
    Estimate hd95,
    Estimate precision,
    Estimate recall,
    int slices,
    int undefinedHd95,
    double secondsPerSlice) {}
