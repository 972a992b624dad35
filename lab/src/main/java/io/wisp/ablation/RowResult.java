package io.wisp.ablation;

import io.wisp.evaluation.ExampleChoice;
import io.wisp.evaluation.ExampleSlice;
import io.wisp.evaluation.RecipeResult;
import io.wisp.evaluation.SliceEntry;
import io.wisp.evaluation.VolumeEntry;
import io.wisp.metrics.DistanceUnit;
import java.util.List;

/**
 * A row's stored result.
 *
 * @param origin tells rows apart that are made of other settings, networks or slices
 * @param unit of the distances
 * @param secondsPerSlice from image to mask
 * @param slices all that were scored
 * @param volumes one a case
 * @param examples some slices, to be shown
 */
record RowResult(
    String origin,
    DistanceUnit unit,
    double secondsPerSlice,
    List<SliceEntry> slices,
    List<VolumeEntry> volumes,
    List<ExampleSlice> examples) {

  RowResult {
    slices = List.copyOf(slices);
    volumes = List.copyOf(volumes);
    examples = List.copyOf(examples);
  }

  static RowResult of(String origin, RecipeResult result) {
    return new RowResult(
        origin,
        result.summary().unit(),
        result.secondsPerSlice(),
        result.slices().stream().map(SliceEntry::of).toList(),
        result.volumes().stream().map(VolumeEntry::of).toList(),
        ExampleChoice.of(result.slices()));
  }
}
