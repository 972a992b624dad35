package io.wisp.ablation;

import io.wisp.evaluation.ExampleSlice;
import io.wisp.metrics.Interval;
import io.wisp.metrics.Summary;
import java.util.List;

/**
 * The result of one value of a parameter.
 *
 * @param summary over slices
 * @param dice of the mean Dice, 95 %, patients drawn
 * @param secondsPerSlice from image to mask
 * @param examples some slices
 */
public record AblationPoint(
    double value,
    Summary summary,
    Interval dice,
    double secondsPerSlice,
    List<ExampleSlice> examples) {
  public AblationPoint {
    examples = List.copyOf(examples);
  }
}
