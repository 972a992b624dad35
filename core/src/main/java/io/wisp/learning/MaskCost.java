package io.wisp.learning;

import io.wisp.activation.MapMethod;
import io.wisp.activation.RunKind;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.segmentation.ModelRuns;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.StoreMaps;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.training.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * How long the teacher's masks will take, measured on a few slices with a diffusion model that has
 * hardly learned yet.
 */
record MaskCost(RunSettings settings, MapMethod method, Engine engine, SliceStore store) {
  private static final int SLICES = 8;

  /** Seconds for all positive training slices; 0 for methods that need other networks too. */
  double of(Path diffusion) {
    if (!method.asks().equals(Set.of(RunKind.DIFFUSION))) {
      return 0;
    }
    List<SliceRecord> all =
        store.slices(Split.TRAIN).stream()
            .filter(slice -> slice.labelled(settings.contrast().present()))
            .toList();
    List<SliceRecord> some = all.subList(0, Math.min(SLICES, all.size()));
    ModelRuns runs = ModelRuns.of(RunKind.DIFFUSION, diffusion);
    try (TrainedModel model = TrainedModel.open(runs, engine, List.of())) {
      StoreMaps maps = new StoreMaps(model, store, OutlineRecipe.of(method, settings));
      maps.maps(some.subList(0, 1)); // the first map prepares the machine
      long start = System.nanoTime();
      maps.maps(some);
      return (System.nanoTime() - start) * 1e-9 / some.size() * all.size();
    }
  }
}
