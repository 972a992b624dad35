package io.wisp.report;

/**
 * The scores of one volume, in three dimensions. NaN means undefined, and is shown as a dash.
 *
 * @param name the case
 * @param slices slices with an object in them
 * @param dice Dice, in [0, 1]
 * @param iou intersection over union, in [0, 1]
 * @param hd95 95th percentile of the surface distance, in the table's unit
 * @param precision in [0, 1]
 * @param recall in [0, 1]
 */
public record VolumeRow(
    String name,
    int slices,
    double dice,
    double iou,
    double hd95,
    double precision,
    double recall) {}
