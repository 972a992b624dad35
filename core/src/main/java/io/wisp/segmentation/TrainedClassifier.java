package io.wisp.segmentation;

import io.wisp.BadFile;
import io.wisp.activation.RunKind;
import io.wisp.engine.Engine;
import io.wisp.network.EncoderUNetModel;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.SettingChanges;
import java.nio.file.Path;

/**
 * A classifier ready to be asked. Several threads may ask it; {@link TrainedModel} closes it, and
 * its network with it.
 *
 * @param folder its run
 * @param settings of its run
 * @param network with the averaged weights
 */
record TrainedClassifier(RunFolder folder, RunSettings settings, EncoderUNetModel network)
    implements AutoCloseable {

  static TrainedClassifier open(Path run, Engine engine, SettingChanges changes) {
    RunFolder folder = RunFolder.open(run, RunKind.CLASSIFIER);
    RunSettings settings = folder.settings(changes);
    EncoderUNetModel network =
        EncoderUNetModel.create(
            settings.classifier().network().of(settings.network()),
            engine,
            folder.averagedWeights());
    return new TrainedClassifier(folder, settings, network);
  }

  /** Refuses to guide a diffusion model of other images or of another process. */
  void requireFit(RunFolder model, RunSettings of) {
    check(
        settings.network().imageSize() == of.network().imageSize(),
        model,
        "images of %s pixels".formatted(settings.network().imageSize()),
        "%s pixels".formatted(of.network().imageSize()));
    check(
        settings.network().inChannels() == of.network().inChannels(),
        model,
        "images of %s channels".formatted(settings.network().inChannels()),
        "%s channels".formatted(of.network().inChannels()));
    check(
        settings.network().numClasses() == of.network().numClasses(),
        model,
        "%s classes".formatted(settings.network().numClasses()),
        "%s classes".formatted(of.network().numClasses()));
    check(
        settings.diffusion().schedule() == of.diffusion().schedule()
            && settings.diffusion().steps() == of.diffusion().steps(),
        model,
        "noise of the %s schedule in %s steps"
            .formatted(settings.diffusion().schedule(), settings.diffusion().steps()),
        "the %s schedule in %s steps".formatted(of.diffusion().schedule(), of.diffusion().steps()));
    check(
        folder.sliceRecipe().equals(model.sliceRecipe()),
        model,
        "slices cut as " + folder.sliceRecipe(),
        "slices cut as " + model.sliceRecipe());
  }

  private void check(boolean fits, RunFolder model, String own, String others) {
    if (!fits) {
      throw new BadFile(
          folder.path(),
          "The classifier of %s was trained for %s, the diffusion model of %s for %s: train both on one store."
              .formatted(folder.path(), own, model.path(), others));
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
