package io.wisp.app;

import io.wisp.activation.MapMethod;
import io.wisp.engine.Engine;
import io.wisp.evaluation.ModelRuns;
import io.wisp.evaluation.TrainedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which trained networks are used, and with which settings; use it as a mixin. */
final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "RUN",
      description = "Run folder of `wisp train diffusion`.")
  private Path diffusion;

  @Option(
      names = "--classifier",
      paramLabel = "RUN",
      description =
          "Run folder of `wisp train classifier`, for cg-cdm, cg-diff and the class activation"
              + " maps; these maps need no --model.")
  private Path classifier;

  @Mixin private SettingOption settings;

  /** Loads the networks that the methods ask. */
  TrainedModel open(Engine engine, List<MapMethod> methods) {
    ModelRuns runs = new ModelRuns(Optional.ofNullable(diffusion), Optional.ofNullable(classifier));
    methods.forEach(runs::require);
    return TrainedModel.open(runs, engine, settings.assignments());
  }
}
