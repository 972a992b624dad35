package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import io.wisp.activation.MethodType;
import io.wisp.evaluation.SliceEntry;
import io.wisp.metrics.Bootstrap;
import io.wisp.metrics.Interval;
import io.wisp.metrics.Mean;
import io.wisp.report.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A line of the table: a method over all repeats.
 *
 * @param dice mean over the repeats of the mean over slices, and its standard deviation over the
 *     repeats; likewise {@code iou} and {@code hd95}, the latter without undefined slices
 * @param diceInterval of the mean Dice over all slices, 95 %, patients drawn
 * @param undefined slices without HD95, since exactly one mask is empty
 * @param secondsPerImage mean over the repeats
 * @param published what the paper reports
 */
public record ResultLine(
    MethodType type,
    MapMethod method,
    int repeats,
    int slices,
    Estimate dice,
    Interval diceInterval,
    Estimate iou,
    Estimate hd95,
    int undefined,
    double secondsPerImage,
    Optional<PublishedResult> published) {

  /**
   * @param evaluations of one method, at least one
   */
  static ResultLine of(Study study, List<MethodEvaluation> evaluations) {
    MapMethod method = evaluations.get(0).method();
    List<SliceEntry> slices =
        evaluations.stream().flatMap(evaluation -> evaluation.slices().stream()).toList();
    return new ResultLine(
        method.type(),
        method,
        evaluations.size(),
        slices.size(),
        overRepeats(evaluations, SliceEntry::dice),
        Bootstrap.USUAL.ofMean(byPatient(slices)),
        overRepeats(evaluations, SliceEntry::iou),
        overRepeats(evaluations, SliceEntry::hd95),
        (int) slices.stream().filter(slice -> Double.isNaN(slice.hd95())).count(),
        evaluations.stream().mapToDouble(MethodEvaluation::secondsPerSlice).average().orElseThrow(),
        study.published(method));
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

  /** A patient whom several repeats held out counts once, with all its slices. */
  private static List<double[]> byPatient(List<SliceEntry> slices) {
    Map<String, List<Double>> patients = new LinkedHashMap<>();
    for (SliceEntry slice : slices) {
      patients.computeIfAbsent(slice.caseId(), id -> new ArrayList<>()).add(slice.dice());
    }
    return patients.values().stream()
        .map(values -> values.stream().mapToDouble(value -> value).toArray())
        .toList();
  }
}
