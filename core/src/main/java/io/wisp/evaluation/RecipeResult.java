package io.wisp.evaluation;

import io.wisp.metrics.CaseScore;
import io.wisp.metrics.Summary;
import io.wisp.segmentation.OutlineRecipe;
import java.util.List;

/**
 * What one recipe reached.
 *
 * @param recipe how masks were made
 * @param slices one outcome a slice, in the order of the store
 * @param volumes one score a case
 * @param summary over the slices
 * @param secondsPerSlice from image to mask, without loading
 */
public record RecipeResult(
    OutlineRecipe recipe,
    List<SliceOutcome> slices,
    List<CaseScore> volumes,
    Summary summary,
    double secondsPerSlice) {

  /** Whether confidence tells where masks are wrong. */
  public Calibration calibration() {
    return Calibration.of(slices);
  }

  /** The mean confidence of a case's slices. */
  double confidence(String caseId) {
    return slices.stream()
        .filter(one -> one.record().caseId().equals(caseId))
        .mapToDouble(one -> one.confidence().value())
        .average()
        .orElse(Double.NaN);
  }

  /** Over the slices whose object covers at least this share; those of unknown share count. */
  public Summary covering(double least) {
    return Summary.of(
        slices.stream()
            .filter(one -> one.record().covers(least))
            .map(SliceOutcome::score)
            .toList());
  }
}
