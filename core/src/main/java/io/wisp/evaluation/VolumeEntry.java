package io.wisp.evaluation;

import io.wisp.dataset.PatientSplit;
import io.wisp.metrics.CaseScore;

/**
 * The scores of one volume, as they are kept.
 *
 * @param caseId the case
 * @param slices how many were outlined
 * @param dice in [0, 1], like {@code iou}
 * @param hd95 NaN if exactly one mask is empty
 */
public record VolumeEntry(String caseId, int slices, double dice, double iou, double hd95) {
  public static VolumeEntry of(CaseScore volume) {
    return new VolumeEntry(
        volume.caseId(),
        volume.slices(),
        volume.score().dice(),
        volume.score().iou(),
        volume.score().hd95());
  }

  /** Whose scan it is, as in the split. */
  public String patient() {
    return PatientSplit.patient(caseId);
  }
}
