package io.wisp.segmentation;

import io.wisp.UserError;
import io.wisp.activation.ActivationMethod;
import io.wisp.activation.ClassifierPresence;
import io.wisp.activation.ImageNoise;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MapSettings;
import io.wisp.activation.MethodInputs;
import io.wisp.activation.MissingNetwork;
import io.wisp.activation.PresenceCalibration;
import io.wisp.activation.RunKind;
import io.wisp.activation.SlicePresence;
import io.wisp.activation.TrainingSlices;
import io.wisp.diffusion.Losses;
import io.wisp.engine.Engine;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.Network;
import io.wisp.network.UNetModel;
import io.wisp.slices.SliceRecipe;
import io.wisp.slices.SliceStore;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.Sampler;
import io.wisp.training.SettingChanges;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Trained networks ready to be used, with the settings of their run: a diffusion model, a
 * classifier, a segmenter, a student, or several of them.
 *
 * <p>Several threads may share it, and each method that it makes, at the same time; their results
 * do not depend on one another. Whoever opened it closes it, once no thread uses it or a method
 * that it made.
 *
 * <pre>{@code
 * try (TrainedModel model = TrainedModel.open(Path.of("run"), engine, List.of())) {
 *   List<float[]> maps = model.method(PerturbationMethod.CDM).maps(images);
 * }
 * }</pre>
 */
public final class TrainedModel implements AutoCloseable {
  private static final int CHUNK = 16;

  private final ModelRuns given;
  private final Engine engine;
  private final RunSettings settings;
  private final SliceRecipe sliceRecipe;
  private final Map<RunKind, OpenedRun> runs;
  private final OpenNetworks networks;

  private TrainedModel(
      ModelRuns given,
      Engine engine,
      RunSettings settings,
      SliceRecipe sliceRecipe,
      Map<RunKind, OpenedRun> runs,
      OpenNetworks networks) {
    this.given = given;
    this.engine = engine;
    this.settings = settings;
    this.sliceRecipe = sliceRecipe;
    this.runs = runs;
    this.networks = networks;
  }

  /**
   * Loads the averaged weights of a diffusion model.
   *
   * @param run the run folder
   * @param assignments settings to change, such as {@code map.tau=0}
   */
  public static TrainedModel open(Path run, Engine engine, List<String> assignments) {
    return open(ModelRuns.of(RunKind.DIFFUSION, run), engine, assignments);
  }

  /**
   * Loads the averaged weights of all runs given, with some settings changed, such as {@code
   * map.tau=0}.
   */
  public static TrainedModel open(ModelRuns runs, Engine engine, List<String> assignments) {
    return open(runs, engine, SettingChanges.of(assignments));
  }

  /**
   * Loads the averaged weights of all runs given.
   *
   * @param changes to the settings of the first run given, in the order diffusion model,
   *     classifier, segmenter, student
   * @throws UserError if the networks do not fit together
   */
  public static TrainedModel open(ModelRuns given, Engine engine, SettingChanges changes) {
    if (given.folders().isEmpty()) {
      throw new MissingNetwork(RunKind.DIFFUSION, "No trained network is given.");
    }
    Map<RunKind, OpenedRun> runs = new EnumMap<>(RunKind.class);
    OpenedRun main = null;
    for (RunKind kind : RunKind.values()) {
      Optional<Path> folder = given.folder(kind);
      if (folder.isPresent()) {
        SettingChanges own = main == null ? changes : SettingChanges.of(List.of());
        OpenedRun run = OpenedRun.open(folder.get(), kind, own);
        main = main == null ? run : main;
        run.requireFit(main);
        runs.put(kind, run);
      }
    }
    RunSettings settings = main.settings();
    SliceRecipe recipe = main.folder().sliceRecipe();
    return new TrainedModel(given, engine, settings, recipe, runs, OpenNetworks.of(runs, engine));
  }

  /**
   * No network: for methods that learn nothing.
   *
   * @param settings of the methods
   * @param recipe how slices are cut
   */
  public static TrainedModel untrained(RunSettings settings, SliceRecipe recipe, Engine engine) {
    ModelRuns none = new ModelRuns(Map.of());
    return new TrainedModel(
        none, engine, settings, recipe, Map.of(), OpenNetworks.of(Map.of(), engine));
  }

  /**
   * A method with the run's settings.
   *
   * @throws UserError if it needs a network that was not given
   */
  public ActivationMethod method(MapMethod method) {
    return method(method, settings().maps());
  }

  /**
   * A method with these settings.
   *
   * @throws io.wisp.UserError if it needs a network that was not given, or one that was not trained
   *     for it
   */
  public ActivationMethod method(MapMethod method, MapSettings maps) {
    return method(method, maps, TrainingSlices.NONE);
  }

  /** The same, also of rules that average labelled slices. */
  ActivationMethod method(MapMethod method, MapSettings maps, TrainingSlices training) {
    given.require(method);
    RunSettings trained = settings();
    if (method.asks().contains(RunKind.DIFFUSION)) {
      int steps = trained.diffusion().steps();
      double dropout = trained.train().labelDropout();
      method.sections().forEach(section -> maps.of(section).requireTraining(steps, dropout));
    }
    MethodInputs inputs =
        new MethodInputs(
            networks.own(),
            networks.methodsElsewhere(sliceRecipe.size(), batch()),
            maps,
            losses(),
            new ImageNoise(trained.train().seed()),
            sliceRecipe.size(),
            batch(),
            training);
    ActivationMethod made = method.make(inputs);
    return calibration(method.asks()).map(found -> found.ofMethod(made)).orElse(made);
  }

  /** Of the presence that one of these networks tells. */
  private Optional<PresenceCalibration> calibration(Set<RunKind> kinds) {
    return kinds.stream()
        .filter(runs::containsKey)
        .flatMap(kind -> runs.get(kind).calibration(settings().contrast().present()).stream())
        .findFirst();
  }

  /**
   * The classifier, which predicts which slices hold the object.
   *
   * @throws UserError if no classifier was given
   */
  public SlicePresence presence() {
    if (!(networks.own().get(RunKind.CLASSIFIER) instanceof EncoderUNetModel classifier)) {
      throw new MissingNetwork(
          RunKind.CLASSIFIER,
          "Only a classifier can tell which slices hold the object, and none is given.");
    }
    SlicePresence told =
        new ClassifierPresence(classifier, settings().contrast().present(), batch());
    return calibration(Set.of(RunKind.CLASSIFIER))
        .map(found -> found.ofPresence(told))
        .orElse(told);
  }

  /**
   * Rejects a store whose slices do not fit the networks.
   *
   * @throws UserError if they have another size, or other channels
   */
  public void requireFit(SliceStore store) {
    List<RunFolder> all = folders();
    String name = all.isEmpty() ? "what is used" : "the model of " + all.get(0).path();
    new StoreFit(name, sliceRecipe).require(store);
  }

  private Losses losses() {
    return settings().diffusion().losses();
  }

  /** Images between two looks at the progress, where work may be stopped. */
  public int chunk() {
    return Math.min(CHUNK, batch());
  }

  /** The fastest batch size, in images. */
  private int batch() {
    return MethodInputs.batch(sliceRecipe.size());
  }

  /** Draws new images, if there is a diffusion model. */
  public Optional<Sampler> sampler() {
    return Optional.ofNullable(networks.own().get(RunKind.DIFFUSION))
        .map(network -> Sampler.of((UNetModel) network, losses(), settings().train()));
  }

  /** How the slices were cut that the networks learned from. */
  public SliceRecipe sliceRecipe() {
    return sliceRecipe;
  }

  /** The runs given, by kind. */
  public ModelRuns runs() {
    return given;
  }

  /** The folders of all runs given. */
  public List<RunFolder> folders() {
    return runs.values().stream().map(OpenedRun::folder).toList();
  }

  /**
   * Those of the first run given, in the order diffusion model, classifier, segmenter, student,
   * with changes.
   */
  public RunSettings settings() {
    return settings;
  }

  /** Where the first of the networks computes: number formats are checked network by network. */
  public Engine engine() {
    return networks.own().values().stream().findFirst().map(Network::engine).orElse(engine);
  }

  @Override
  public void close() {
    networks.close();
  }
}
