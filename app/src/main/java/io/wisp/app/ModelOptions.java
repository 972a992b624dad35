package io.wisp.app;

import io.wisp.UserError;
import io.wisp.activation.MapEffort;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MapMethods;
import io.wisp.activation.RunKind;
import io.wisp.engine.Engine;
import io.wisp.segmentation.ModelRuns;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceRecipe;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which trained networks are used, and with which settings; use it as a mixin. */
final class ModelOptions {
  private static final String PRESET = "small";

  private final Map<RunKind, Path> networks = new EnumMap<>(RunKind.class);

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

  @Mixin private SettingChangeOptions changes;

  /** An option for each kind of run. */
  @Spec
  void addNetworks(CommandSpec own) {
    for (RunKind kind : RunKind.values()) {
      own.addOption(
          OptionSpec.builder(Advice.option(kind))
              .paramLabel("RUN")
              .type(Path.class)
              .description("Run folder of `%s`%s.".formatted(Advice.command(kind), use(kind)))
              .setter(new NetworkSetter(networks, kind))
              .build());
    }
  }

  private record NetworkSetter(Map<RunKind, Path> networks, RunKind kind) implements ISetter {
    @Override
    @SuppressWarnings("unchecked") // an interface of picocli
    public <T> T set(T run) {
      return (T) (run == null ? networks.remove(kind) : networks.put(kind, (Path) run));
    }
  }

  /** The methods that need this network only. */
  private static String use(RunKind kind) {
    String methods =
        MapMethods.all().stream()
            .filter(method -> method.asks().equals(Set.of(kind)))
            .map(MapMethod::methodName)
            .collect(Collectors.joining(", "));
    return switch (kind) {
      case DIFFUSION -> ", or of `wisp learn`";
      case CLASSIFIER ->
          ", for cg-cdm, cg-diff and the class activation maps; these maps need no --model";
      default -> ", for " + methods + "; it needs no --model";
    };
  }

  /** The methods asked for; where none is, the one that the runs given are for. */
  List<MapMethod> methods(List<MapMethod> asked) {
    return asked.isEmpty() ? List.of(runs().usualMethod()) : asked;
  }

  /** The runs given; a student may also be given by the option of diffusion models. */
  private ModelRuns runs() {
    Map<RunKind, Path> runs = new EnumMap<>(networks);
    Path model = runs.get(RunKind.DIFFUSION);
    if (model != null && !runs.containsKey(RunKind.STUDENT) && isStudent(new RunFolder(model))) {
      runs.remove(RunKind.DIFFUSION);
      runs.put(RunKind.STUDENT, model);
    }
    return new ModelRuns(runs);
  }

  private static boolean isStudent(RunFolder run) {
    return Files.exists(run.config()) && run.kind() == RunKind.STUDENT;
  }

  /** Whether any network or setting is given. */
  boolean given() {
    return !networks.isEmpty() || asPublished || effort != null || changes.given();
  }

  /**
   * Loads the networks that the methods use. Methods that learn nothing need none.
   *
   * @param recipe how slices are cut if there is no network
   */
  TrainedModel open(Engine engine, List<MapMethod> methods, SliceRecipe recipe) {
    if (networks.isEmpty() && methods.stream().noneMatch(MapMethod::learns)) {
      return TrainedModel.untrained(
          RunSettings.of(PRESET, changes.over(assignments())), recipe, engine);
    }
    if (networks.isEmpty()) {
      throw new UserError(
          "No trained model is given: give --model RUN, a run of `wisp learn` or `wisp train diffusion` (and --classifier RUN for methods that ask a classifier, --segmenter RUN for fsl, --student RUN for student), or a --method that learns nothing, such as bright.");
    }
    boolean student = methods.stream().anyMatch(one -> one.asks().contains(RunKind.STUDENT));
    ModelRuns runs = student ? runs() : new ModelRuns(networks);
    methods.forEach(runs::require);
    return TrainedModel.open(runs, engine, changes.over(assignments()));
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
