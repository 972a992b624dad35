package io.wisp.app;

import io.wisp.UserError;
import io.wisp.activation.MapEffort;
import io.wisp.activation.MapMethod;
import io.wisp.activation.RunKind;
import io.wisp.engine.Engine;
import io.wisp.segmentation.ModelRuns;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceRecipe;
import io.wisp.training.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which trained networks are used, and with which settings; use it as a mixin. */
final class ModelOptions {
  private static final String PRESET = "small";

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
          "Denoising steps of cdm and cg-cdm: fast (one long step), or paper (ten short ones, R ="
              + " 10; about the same maps in ten times the time). Default: the run's config.yaml,"
              + " which is fast in all presets.")
  private MapEffort effort;

  @Option(
      names = "--as-published",
      description =
          "Make maps and masks as the paper's code does (Q 400, R 10, tau 0.95, Otsu on each map),"
              + " not as in the run's config.yaml; --set overrides it.")
  private boolean asPublished;

  @Option(
      names = "--segmenter",
      paramLabel = "RUN",
      description = "Run folder of `wisp train segmenter`, for fsl; it needs no --model.")
  private Path segmenter;

  @Option(
      names = "--student",
      paramLabel = "RUN",
      description = "Run folder of `wisp distill`, for student; it needs no --model.")
  private Path student;

  @Mixin private SettingChangeOptions changes;

  /** The methods asked for; where none is, the one that the runs given are for. */
  List<MapMethod> methods(List<MapMethod> asked) {
    return asked.isEmpty() ? List.of(new ModelRuns(networks()).usualMethod()) : asked;
  }

  /** Whether any network or setting is given. */
  boolean given() {
    return !networks().isEmpty() || asPublished || effort != null || changes.given();
  }

  /**
   * Loads the networks that the methods use. Methods that learn nothing need none.
   *
   * @param recipe how slices are cut if there is no network
   */
  TrainedModel open(Engine engine, List<MapMethod> methods, SliceRecipe recipe) {
    if (networks().isEmpty() && methods.stream().noneMatch(MapMethod::learns)) {
      return TrainedModel.untrained(
          RunSettings.of(PRESET, changes.over(assignments())), recipe, engine);
    }
    if (networks().isEmpty()) {
      throw new UserError(
          "No trained model is given: give --model RUN, a run of `wisp train diffusion` (and --classifier RUN for methods that ask a classifier, --segmenter RUN for fsl, --student RUN for student), or a --method that learns nothing, such as bright.");
    }
    ModelRuns runs = new ModelRuns(networks());
    methods.forEach(runs::require);
    return TrainedModel.open(runs, engine, changes.over(assignments()));
  }

  private Map<RunKind, Path> networks() {
    Map<RunKind, Path> given = new EnumMap<>(RunKind.class);
    given.put(RunKind.DIFFUSION, diffusion);
    given.put(RunKind.CLASSIFIER, classifier);
    given.put(RunKind.SEGMENTER, segmenter);
    given.put(RunKind.STUDENT, student);
    given.values().removeIf(Objects::isNull);
    return given;
  }

  /** What the other options come to. */
  private List<String> assignments() {
    if (asPublished && effort != null) {
      throw new UserError(
          "--as-published takes R = 10, and --effort says how often the network is asked, too: give one of them.");
    }
    List<String> assignments = new ArrayList<>();
    if (asPublished) {
      assignments.addAll(RunSettings.publishedAssignments());
    }
    if (effort != null) {
      assignments.addAll(effort.assignments());
    }
    return assignments;
  }
}
