package io.wisp.segmentation;

import io.wisp.BadFile;
import io.wisp.activation.RunKind;
import io.wisp.engine.Engine;
import io.wisp.network.UNetModel;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.SettingChanges;
import java.nio.file.Path;

/**
 * A supervised segmenter, or a student, ready to be asked. Several threads may ask it; {@link
 * TrainedModel} closes it, and its network with it.
 *
 * @param folder its run
 * @param settings of its run
 * @param network with the averaged weights
 */
record TrainedSegmenter(RunFolder folder, RunSettings settings, UNetModel network)
    implements AutoCloseable {

  static TrainedSegmenter open(Path run, RunKind kind, Engine engine, SettingChanges changes) {
    RunFolder folder = RunFolder.open(run, kind);
    RunSettings settings = folder.settings(changes);
    UNetModel network =
        UNetModel.create(settings.segmenterNetwork(), engine, folder.averagedWeights());
    return new TrainedSegmenter(folder, settings, network);
  }

  /** Refuses to be used beside networks of other slices. */
  void requireFit(RunFolder other) {
    if (!folder.sliceRecipe().equals(other.sliceRecipe())) {
      throw new BadFile(
          folder.path(),
          "The %s of %s was trained on slices cut as %s, the model of %s on slices cut as %s: train both on one store."
              .formatted(
                  folder.kind().kindName(),
                  folder.path(),
                  folder.sliceRecipe(),
                  other.path(),
                  other.sliceRecipe()));
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
