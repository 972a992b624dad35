package io.wisp.evaluation;

import io.wisp.dataset.PatientSplit;
import io.wisp.metrics.Score;

/**
 * The scores of one slice, as they are kept.
 *
 * @param caseId the case that the slice is of
 * @param slice its place in the volume
 * @param coverage the share of the slice that the object covers; NaN if unknown
 * @param dice in [0, 1], like {@code iou}
 * @param hd95 NaN if exactly one mask is empty
 */
public record SliceEntry(
    String caseId, int slice, double coverage, double dice, double iou, double hd95) {

  public static SliceEntry of(SliceOutcome outcome) {
    Score score = outcome.score();
    return new SliceEntry(
        outcome.record().caseId(),
        outcome.record().slice(),
        outcome.record().coverage(),
        score.dice(),
        score.iou(),
        score.hd95());
  }

  /** Whose scan it is, as in the split. */
  public String patient() {
    return PatientSplit.patient(caseId);
  }

  /** Names the slice within a store. */
  public String key() {
    return caseId + "/" + slice;
  }

  /** Whether the object covers at least this share; true where the share is unknown. */
  public boolean covers(double least) {
    return !(coverage < least);
  }
}
