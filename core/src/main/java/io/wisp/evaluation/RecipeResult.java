package io.wisp.evaluation;

import io.wisp.metrics.CaseScore;
import io.wisp.metrics.Summary;
import io.wisp.segmentation.OutlineRecipe;
import java.util.List;

/**
 * The scores of one recipe.
 *
 * @param recipe how masks are made
 * @param slices one outcome per slice, in the order of the store
 * @param volumes one score per case
 * @param summary over the slices
 * @param secondsPerSlice from image to mask, without loading
 */
public record RecipeResult(
    OutlineRecipe recipe,
    List<SliceOutcome> slices,
    List<CaseScore> volumes,
    Summary summary,
    double secondsPerSlice) {

  /** How well confidence tells where masks are wrong. */
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
