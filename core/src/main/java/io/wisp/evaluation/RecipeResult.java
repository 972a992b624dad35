package io.wisp.evaluation;

import io.wisp.dataset.PatientSplit;
import io.wisp.metrics.CaseScore;
import io.wisp.metrics.PatientScores;
import io.wisp.metrics.Score;
import io.wisp.metrics.Summary;
import io.wisp.segmentation.OutlineRecipe;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The scores of one recipe.
 *
 * @param recipe how masks are made
 * @param slices one outcome per slice, in the order of the store
 * @param volumes one score per case
 * @param summary over the slices
 * @param secondsPerSlice from image to mask, without loading
 * @param scans whole scans without labels, if these were scored
 */
public record RecipeResult(
    OutlineRecipe recipe,
    List<SliceOutcome> slices,
    List<CaseScore> volumes,
    Summary summary,
    double secondsPerSlice,
    Optional<WholeScans> scans) {

  /** The same with whole scans. */
  public RecipeResult withScans(WholeScans own) {
    return new RecipeResult(recipe, slices, volumes, summary, secondsPerSlice, Optional.of(own));
  }

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

  /** The first of some results compared with each other one by Dice. */
  static List<Comparison<RecipeResult>> compared(List<RecipeResult> results) {
    return Comparison.all(
        results,
        results.stream().map(one -> one.byPatient(Score::dice)).toList(),
        (first, second) -> first.equals(results.get(0)));
  }

  /** A score of each slice, by patient as in the split. */
  public PatientScores byPatient(ToDoubleFunction<Score> measure) {
    return PatientScores.of(
        slices,
        one -> PatientSplit.patient(one.record().caseId()),
        one -> one.record().caseId() + "/" + one.record().slice(),
        one -> measure.applyAsDouble(one.score()));
  }

  /** A score of each volume of positive slices, by patient. */
  PatientScores volumesByPatient(ToDoubleFunction<Score> measure) {
    return PatientScores.of(
        volumes,
        one -> PatientSplit.patient(one.caseId()),
        CaseScore::caseId,
        one -> measure.applyAsDouble(one.score()));
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
