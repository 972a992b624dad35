package io.wisp.app;

import io.wisp.activation.MapEffort;
import io.wisp.activation.MapMethod;
import io.wisp.engine.Engine;
import io.wisp.evaluation.ModelRuns;
import io.wisp.evaluation.TrainedModel;
import io.wisp.training.SettingChanges;
import java.nio.file.Path;
import java.util.ArrayList;
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

  @Option(
      names = "--effort",
      paramLabel = "NAME",
      description =
          "How often cdm and cg-cdm ask the network: fast (one long step), or paper (ten short ones,"
              + " R = 10; about the same maps in ten times the time). Default: as in the run's"
              + " config.yaml, which is fast in all presets.")
  private MapEffort effort;

  @Option(
      names = "--segmenter",
      paramLabel = "RUN",
      description = "Run folder of `wisp train segmenter`, for fsl; it needs no --model.")
  private Path segmenter;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "Settings in YAML over those of the run, such as settings.yaml of `wisp tune`; --effort and"
              + " --set go over it.")
  private Path file;

  @Mixin private SettingOption settings;

  /** Loads the networks that the methods ask. */
  TrainedModel open(Engine engine, List<MapMethod> methods) {
    ModelRuns runs =
        new ModelRuns(
            Optional.ofNullable(diffusion),
            Optional.ofNullable(classifier),
            Optional.ofNullable(segmenter));
    methods.forEach(runs::require);
    List<String> assignments = new ArrayList<>();
    if (effort != null) {
      assignments.addAll(effort.assignments());
    }
    assignments.addAll(settings.assignments());
    return TrainedModel.open(
        runs, engine, new SettingChanges(Optional.ofNullable(file), assignments));
  }
}
