package io.wisp.learning;

import io.wisp.activation.MapMethod;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.segmentation.ModelRuns;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.StoreMaps;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.training.RunSettings;
import java.util.List;

/**
 * How long the teacher's masks will take, measured on a few slices with networks that have hardly
 * learned yet.
 *
 * @param methods those that make masks
 */
record MaskCost(RunSettings settings, List<MapMethod> methods, Engine engine, SliceStore store) {
  private static final int SLICES = 8;

  /** Seconds for all positive training slices. */
  double of(ModelRuns runs) {
    List<SliceRecord> all =
        store.slices(Split.TRAIN).stream()
            .filter(slice -> slice.labelled(settings.contrast().present()))
            .toList();
    List<SliceRecord> some = all.subList(0, Math.min(SLICES, all.size()));
    try (TrainedModel model = TrainedModel.open(runs, engine, List.of())) {
      double seconds = 0;
      for (MapMethod method : methods) {
        StoreMaps maps = new StoreMaps(model, store, OutlineRecipe.of(method, settings));
        maps.maps(some.subList(0, 1)); // the first map prepares the machine
        long start = System.nanoTime();
        maps.masks(some, maps.maps(some));
        seconds += (System.nanoTime() - start) * 1e-9;
      }
      return seconds / some.size() * all.size();
    }
  }
}
