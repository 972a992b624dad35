package io.wisp.segmentation;

import io.wisp.BadFile;
import io.wisp.CloseOnFailure;
import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.activation.ActivationMethod;
import io.wisp.activation.ImageNoise;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MapSettings;
import io.wisp.activation.MethodFactory;
import io.wisp.activation.MissingNetwork;
import io.wisp.activation.RunKind;
import io.wisp.activation.SlicePresence;
import io.wisp.diffusion.Losses;
import io.wisp.engine.Engine;
import io.wisp.network.UNetModel;
import io.wisp.slices.SliceStore;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.Sampler;
import io.wisp.training.SettingChanges;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Trained networks ready to be used, with the settings of their run: a diffusion model, a
 * classifier, a segmenter, a student, or several of them.
 *
 * <p>Several threads may share it, and each method that it makes, at the same time; what they get
 * does not depend on one another. Whoever opened it closes it, when no thread uses it any more, nor
 * a method that it made, since these use its networks.
 *
 * <pre>{@code
 * try (TrainedModel model = TrainedModel.open(Path.of("run"), engine, List.of())) {
 *   List<float[]> maps = model.method(MapMethod.CDM).maps(images);
 * }
 * }</pre>
 */
public final class TrainedModel implements AutoCloseable {
  private final ModelRuns runs;
  private final Engine engine;
  private final RunFolder folder;
  private final RunSettings settings;
  private final Optional<UNetModel> predictor;
  private final Optional<TrainedClassifier> classifier;
  private final Optional<TrainedSegmenter> segmenter;
  private final Optional<TrainedSegmenter> student;

  private TrainedModel(
      ModelRuns runs,
      Engine engine,
      RunFolder folder,
      RunSettings settings,
      Optional<UNetModel> predictor,
      Optional<TrainedClassifier> classifier,
      Optional<TrainedSegmenter> segmenter,
      Optional<TrainedSegmenter> student) {
    this.runs = runs;
    this.engine = engine;
    this.folder = folder;
    this.settings = settings;
    this.predictor = predictor;
    this.classifier = classifier;
    this.segmenter = segmenter;
    this.student = student;
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
   * @param changes to the settings of the diffusion model's run; where there is none of the
   *     classifier's, or of the segmenter's
   * @throws UserError if the networks do not go together
   */
  public static TrainedModel open(ModelRuns runs, Engine engine, SettingChanges changes) {
    SettingChanges none = SettingChanges.of(List.of());
    boolean diffusion = runs.folder(RunKind.DIFFUSION).isPresent();
    boolean alone = !diffusion && runs.folder(RunKind.CLASSIFIER).isEmpty();
    Optional<RunFolder> model =
        runs.folder(RunKind.DIFFUSION).map(run -> RunFolder.open(run, RunKind.DIFFUSION));
    boolean onlyStudent = alone && runs.folder(RunKind.SEGMENTER).isEmpty();
    try (CloseOnFailure opened = new CloseOnFailure()) {
      Optional<TrainedClassifier> classifier =
          runs.folder(RunKind.CLASSIFIER)
              .map(run -> TrainedClassifier.open(run, engine, diffusion ? none : changes))
              .map(opened::add);
      Optional<TrainedSegmenter> segmenter =
          runs.folder(RunKind.SEGMENTER)
              .map(
                  run ->
                      TrainedSegmenter.open(run, RunKind.SEGMENTER, engine, alone ? changes : none))
              .map(opened::add);
      Optional<TrainedSegmenter> student =
          runs.folder(RunKind.STUDENT)
              .map(
                  run ->
                      TrainedSegmenter.open(
                          run, RunKind.STUDENT, engine, onlyStudent ? changes : none))
              .map(opened::add);
      RunFolder folder =
          model
              .or(() -> classifier.map(TrainedClassifier::folder))
              .or(() -> segmenter.map(TrainedSegmenter::folder))
              .or(() -> student.map(TrainedSegmenter::folder))
              .orElseThrow();
      RunSettings settings = folder.settings(changes);
      model.ifPresent(m -> classifier.ifPresent(c -> c.requireFit(m, settings)));
      segmenter.ifPresent(s -> s.requireFit(folder));
      student.ifPresent(s -> s.requireFit(folder));
      Optional<UNetModel> predictor =
          model.map(m -> UNetModel.create(settings.network(), engine, m.averagedWeights()));
      opened.keep();
      return new TrainedModel(
          runs, engine, folder, settings, predictor, classifier, segmenter, student);
    }
  }

  /**
   * A method with the run's settings.
   *
   * @throws UserError if it asks a network that was not given
   */
  public ActivationMethod method(MapMethod method) {
    return method(method, settings.maps());
  }

  /**
   * A method with these settings.
   *
   * @throws io.wisp.UserError if it asks a network that was not given, or one that was not trained
   *     for it
   */
  public ActivationMethod method(MapMethod method, MapSettings maps) {
    runs.require(method);
    if (method.asks().contains(RunKind.DIFFUSION)) {
      maps.map().requireTraining(settings.train().labelDropout());
    }
    return new MethodFactory(
            predictor,
            classifier.map(TrainedClassifier::network),
            segmenter.map(TrainedSegmenter::network),
            student.map(TrainedSegmenter::network),
            losses(),
            new ImageNoise(settings.train().seed()),
            MethodFactory.batch(settings.network().imageSize()))
        .make(method, maps);
  }

  /**
   * Tells which slices hold the object.
   *
   * @throws UserError if no classifier was given
   */
  public SlicePresence presence() {
    return new SlicePresence(
        classifier
            .map(TrainedClassifier::network)
            .orElseThrow(
                () ->
                    new MissingNetwork(
                        RunKind.CLASSIFIER,
                        "Only a classifier can tell which slices hold the object, and none is given.")),
        settings.contrast().present(),
        MethodFactory.batch(settings.network().imageSize()));
  }

  /**
   * Refuses a store whose slices the networks cannot look at.
   *
   * @throws UserError if they have another size, or other channels
   */
  public void requireFit(SliceStore store) {
    int size = settings.network().imageSize();
    if (store.imageSize() != size) {
      throw new BadFile(
          store.folder(),
          "The store %s has slices of %s pixels, but the model of %s was trained on %s: prepare it with slices of %s."
              .formatted(store.folder(), store.imageSize(), folder.path(), size, size),
          Remedy.SLICE_SIZE);
    }
    int channels = settings.network().inChannels();
    if (store.channels() != channels) {
      throw new BadFile(
          store.folder(),
          "The store %s has slices of %s channels, but the model of %s was trained on %s."
              .formatted(store.folder(), store.channels(), folder.path(), channels));
    }
  }

  private Losses losses() {
    return settings.diffusion().losses();
  }

  /** Draws new images, where there is a diffusion model. */
  public Optional<Sampler> sampler(int steps) {
    return predictor.map(model -> new Sampler(model, losses(), steps));
  }

  /**
   * The run whose settings hold: the first one there is of diffusion model, classifier, segmenter,
   * student.
   */
  public RunFolder folder() {
    return folder;
  }

  /** All runs given. */
  public List<RunFolder> folders() {
    List<RunFolder> folders = new ArrayList<>(List.of(folder));
    classifier
        .map(TrainedClassifier::folder)
        .filter(f -> !f.equals(folder))
        .ifPresent(folders::add);
    segmenter.map(TrainedSegmenter::folder).filter(f -> !f.equals(folder)).ifPresent(folders::add);
    student.map(TrainedSegmenter::folder).filter(f -> !f.equals(folder)).ifPresent(folders::add);
    return folders;
  }

  public RunSettings settings() {
    return settings;
  }

  /** Where the first of the networks computes: number formats are proved network by network. */
  public Engine engine() {
    return Stream.of(
            predictor.map(UNetModel::engine),
            classifier.map(c -> c.network().engine()),
            segmenter.map(s -> s.network().engine()),
            student.map(s -> s.network().engine()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(engine);
  }

  @Override
  public void close() {
    predictor.ifPresent(UNetModel::close);
    classifier.ifPresent(TrainedClassifier::close);
    segmenter.ifPresent(TrainedSegmenter::close);
    student.ifPresent(TrainedSegmenter::close);
  }
}
