package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import io.wisp.evaluation.SettingResult;
import io.wisp.metrics.DistanceUnit;
import java.util.List;
import java.util.Map;

/**
 * What one method reached in one repeat, as it is kept.
 *
 * @param trainedSteps by kind of run, how far the networks that it asked were trained
 * @param unit of the distances
 * @param secondsPerSlice from image to mask
 * @param slices all positive slices of the patients held out
 * @param examples some of them, to be shown
 */
public record MethodEvaluation(
    int repeat,
    MapMethod method,
    Map<String, Integer> trainedSteps,
    DistanceUnit unit,
    double secondsPerSlice,
    List<SliceEntry> slices,
    List<ExampleSlice> examples) {

  public MethodEvaluation {
    trainedSteps = Map.copyOf(trainedSteps);
    slices = List.copyOf(slices);
    examples = List.copyOf(examples);
  }

  static MethodEvaluation of(int repeat, Map<String, Integer> trainedSteps, SettingResult result) {
    List<SliceEntry> slices = result.slices().stream().map(SliceEntry::of).toList();
    return new MethodEvaluation(
        repeat,
        result.setting().method(),
        trainedSteps,
        result.summary().unit(),
        result.secondsPerSlice(),
        slices,
        ExampleChoice.of(result.slices()));
  }

  /** Only the slices whose object covers at least this share; those of unknown share stay. */
  MethodEvaluation covering(double least) {
    List<SliceEntry> kept = slices.stream().filter(slice -> slice.covers(least)).toList();
    return new MethodEvaluation(
        repeat, method, trainedSteps, unit, secondsPerSlice, kept, examples);
  }
}
