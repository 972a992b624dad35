package io.wisp.tuning;

import io.wisp.activation.ContrastSettings;
import io.wisp.engine.Engine;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceStore;
import io.wisp.testing.TinyRun;
import java.nio.file.Path;
import java.util.List;

/** A network of a few steps on a store of squares, whose maps tell little. */
final class TinyTuning {
  /** Places in these scans of eight slices are sevenths. */
  static final double NEXT_SLICE = 0.15;

  static final ValidationChoice THREE_CASES = new ValidationChoice(3, 12, 1);

  private TinyTuning() {}

  static TrainedModel model(Path store, Path run) {
    new TinyRun.Session(
            TinyRun.settings(
                "train.ema=0", "map.draws=2", "map.noise_levels=[60]", "mask.foreground.erosion=0"),
            store,
            run)
        .start();
    return TrainedModel.open(run, Engine.reference(), List.of());
  }

  static ValidationSlices slices(Path store) {
    try (SliceStore opened = SliceStore.open(store)) {
      return ValidationSlices.choose(opened, THREE_CASES, ContrastSettings.usual());
    }
  }
}
