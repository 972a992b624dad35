package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import io.wisp.activation.MethodType;
import io.wisp.evaluation.SliceEntry;
import io.wisp.metrics.Interval;
import io.wisp.metrics.Mean;
import io.wisp.metrics.PatientScores;
import io.wisp.report.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A line of the table: a method over all repeats.
 *
 * @param patients held out in any of the repeats
 * @param dice mean over the repeats of the mean over slices, and its standard deviation over the
 *     repeats; likewise {@code iou} and {@code hd95}, the latter without undefined slices
 * @param diceInterval of the mean Dice over all slices, 95 %, patients drawn; likewise the other
 *     intervals
 * @param undefined slices without HD95, since exactly one mask is empty
 * @param secondsPerImage mean over the repeats
 * @param published what the paper reports
 */
public record ResultLine(
    MethodType type,
    MapMethod method,
    int repeats,
    int slices,
    int patients,
    Estimate dice,
    Interval diceInterval,
    Estimate iou,
    Interval iouInterval,
    Estimate hd95,
    Interval hd95Interval,
    int undefined,
    double secondsPerImage,
    Optional<PublishedResult> published) {

  /**
   * @param evaluations of one method, at least one
   */
  static ResultLine of(Study study, List<MethodEvaluation> evaluations) {
    MapMethod method = evaluations.get(0).method();
    PatientScores dice = byPatient(evaluations, SliceEntry::dice);
    PatientScores hd95 = byPatient(evaluations, SliceEntry::hd95);
    return new ResultLine(
        method.type(),
        method,
        evaluations.size(),
        dice.count(),
        dice.patients(),
        overRepeats(evaluations, SliceEntry::dice),
        dice.interval(),
        overRepeats(evaluations, SliceEntry::iou),
        byPatient(evaluations, SliceEntry::iou).interval(),
        overRepeats(evaluations, SliceEntry::hd95),
        hd95.interval(),
        dice.count() - hd95.count(),
        evaluations.stream().mapToDouble(MethodEvaluation::secondsPerSlice).average().orElseThrow(),
        study.published(method));
  }

  /** A patient whom several repeats held out counts once, with all its slices. */
  private static PatientScores byPatient(
      List<MethodEvaluation> evaluations, ToDoubleFunction<SliceEntry> measure) {
    PatientScores scores = new PatientScores();
    evaluations.forEach(evaluation -> evaluation.addTo(scores, measure));
    return scores;
  }

  private static Estimate overRepeats(
      List<MethodEvaluation> evaluations, ToDoubleFunction<SliceEntry> measure) {
    Mean mean =
        Mean.overRepeats(
            evaluations.stream()
                .map(one -> one.slices().stream().mapToDouble(measure).toArray())
                .toList());
    return new Estimate(mean.mean(), mean.std());
  }
}
