package io.wisp.segmentation;

import io.wisp.BadFile;
import io.wisp.activation.PresenceCalibration;
import io.wisp.activation.RunKind;
import io.wisp.engine.Engine;
import io.wisp.network.Network;
import io.wisp.training.FittedPresence;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.SettingChanges;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run in use.
 *
 * @param folder of the run
 * @param settings of the run, with changes
 * @param presence its calibration, if it has one
 */
record OpenedRun(RunFolder folder, RunSettings settings, Optional<FittedPresence> presence) {

  static OpenedRun open(Path run, RunKind kind, SettingChanges changes) {
    RunFolder folder = RunFolder.open(run, kind);
    return new OpenedRun(folder, folder.settings(changes), FittedPresence.of(folder));
  }

  /** What makes of its network's presence the probability of a label, if it was calibrated. */
  Optional<PresenceCalibration> calibration(int label) {
    return presence.filter(one -> one.label() == label).map(FittedPresence::calibration);
  }

  /** The network with the averaged weights. */
  Network network(Engine engine) {
    return settings.createNetwork(folder.kind(), engine, folder.averagedWeights());
  }

  /**
   * Checks that this network can be used with another.
   *
   * @throws BadFile if they were trained on slices cut differently, or for another process
   */
  void requireFit(OpenedRun other) {
    RunSettings of = other.settings;
    if (folder.kind() == RunKind.CLASSIFIER) {
      check(
          settings.network().imageSize() == of.network().imageSize(),
          other,
          "images of %s pixels".formatted(settings.network().imageSize()),
          "%s pixels".formatted(of.network().imageSize()));
      check(
          settings.network().inChannels() == of.network().inChannels(),
          other,
          "images of %s channels".formatted(settings.network().inChannels()),
          "%s channels".formatted(of.network().inChannels()));
      check(
          settings.network().numClasses() == of.network().numClasses(),
          other,
          "%s classes".formatted(settings.network().numClasses()),
          "%s classes".formatted(of.network().numClasses()));
      check(
          settings.diffusion().schedule() == of.diffusion().schedule()
              && settings.diffusion().steps() == of.diffusion().steps(),
          other,
          "noise of the %s schedule in %s steps"
              .formatted(settings.diffusion().schedule(), settings.diffusion().steps()),
          "the %s schedule in %s steps"
              .formatted(of.diffusion().schedule(), of.diffusion().steps()));
    }
    check(
        folder.sliceRecipe().equals(other.folder.sliceRecipe()),
        other,
        "slices cut as " + folder.sliceRecipe(),
        "slices cut as " + other.folder.sliceRecipe());
  }

  private void check(boolean fits, OpenedRun other, String own, String others) {
    if (!fits) {
      throw new BadFile(
          folder.path(),
          "The %s of %s was trained for %s, the %s of %s for %s: train both on one store."
              .formatted(
                  folder.kind().title(),
                  folder.path(),
                  own,
                  other.folder.kind().title(),
                  other.folder.path(),
                  others));
    }
  }
}
