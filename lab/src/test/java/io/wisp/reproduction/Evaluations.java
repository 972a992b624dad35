package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import io.wisp.evaluation.ExampleSlice;
import io.wisp.evaluation.SliceEntry;
import io.wisp.metrics.DistanceUnit;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.training.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Evaluations of two patients with as many slices as scores are given. */
final class Evaluations {
  private Evaluations() {}

  static MethodEvaluation of(int repeat, MapMethod method, double... dice) {
    List<SliceEntry> slices = new ArrayList<>();
    for (int i = 0; i < dice.length; i++) {
      double hd95 = dice[i] == 0 ? Double.NaN : 10 * (1 - dice[i]);
      slices.add(new SliceEntry("patient" + i % 2, i, 0.02 * i, dice[i], dice[i] / 2, hd95));
    }
    return new MethodEvaluation(
        repeat,
        method,
        MethodEvaluation.how(setting(method)),
        Map.of("diffusion", 5),
        DistanceUnit.PIXEL,
        0.25 * repeat,
        slices,
        List.of(example()));
  }

  static OutlineRecipe setting(MapMethod method, String... assignments) {
    return OutlineRecipe.of(method, RunSettings.of("small", null, List.of(assignments)));
  }

  private static ExampleSlice example() {
    byte[] bytes = new byte[16];
    bytes[5] = 1;
    return new ExampleSlice("patient0, slice 3", 4, bytes, bytes, bytes, bytes, 0.5);
  }
}
