package io.wisp.reproduction;

/**
 * The scores of one slice, as they are kept.
 *
 * @param caseId the patient
 * @param slice its place in the volume
 * @param coverage the share of the slice that the object covers; NaN if unknown
 * @param dice in [0, 1], like {@code iou}
 * @param hd95 NaN if exactly one mask is empty
 */
public record SliceEntry(
    String caseId, int slice, double coverage, double dice, double iou, double hd95) {}
