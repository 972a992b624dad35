package io.wisp.evaluation;

import io.wisp.activation.ActivationMethod;
import io.wisp.activation.ImageNoise;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MapSettings;
import io.wisp.activation.MethodFactory;
import io.wisp.diffusion.Losses;
import io.wisp.engine.Engine;
import io.wisp.network.UNetModel;
import io.wisp.training.RunFolder;
import io.wisp.training.RunKind;
import io.wisp.training.RunSettings;
import io.wisp.training.Sampler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trained networks ready to be used, with the settings of their run: a diffusion model, a
 * classifier, or both.
 *
 * <pre>{@code
 * try (TrainedModel model = TrainedModel.open(Path.of("run"), engine, List.of())) {
 *   List<float[]> maps = model.method(MapMethod.CDM).maps(images);
 * }
 * }</pre>
 */
public final class TrainedModel implements AutoCloseable {
  private static final int PRESENT = 1;
  private static final int ABSENT = 0;

  private final ModelRuns runs;
  private final Engine engine;
  private final RunFolder folder;
  private final RunSettings settings;
  private final Optional<UNetModel> predictor;
  private final Optional<TrainedClassifier> classifier;

  private TrainedModel(
      ModelRuns runs,
      Engine engine,
      RunFolder folder,
      RunSettings settings,
      Optional<UNetModel> predictor,
      Optional<TrainedClassifier> classifier) {
    this.runs = runs;
    this.engine = engine;
    this.folder = folder;
    this.settings = settings;
    this.predictor = predictor;
    this.classifier = classifier;
  }

  /**
   * Loads the averaged weights of a diffusion model.
   *
   * @param run the run folder
   * @param assignments settings to change, such as {@code map.tau=0}
   */
  public static TrainedModel open(Path run, Engine engine, List<String> assignments) {
    return open(ModelRuns.ofDiffusion(run), engine, assignments);
  }

  /**
   * Loads the averaged weights of all runs given.
   *
   * @param assignments settings to change: of the diffusion model's run, or of the classifier's
   *     where there is no other
   * @throws io.wisp.UserError if the networks do not go together
   */
  public static TrainedModel open(ModelRuns runs, Engine engine, List<String> assignments) {
    Optional<RunFolder> model = runs.diffusion().map(run -> RunFolder.open(run, RunKind.DIFFUSION));
    Optional<TrainedClassifier> classifier =
        runs.classifier()
            .map(
                run ->
                    TrainedClassifier.open(
                        run, engine, model.isPresent() ? List.of() : assignments));
    if (model.isEmpty()) {
      TrainedClassifier alone = classifier.orElseThrow();
      return new TrainedModel(
          runs, engine, alone.folder(), alone.settings(), Optional.empty(), classifier);
    }
    RunFolder folder = model.get();
    RunSettings settings = folder.settings(assignments);
    classifier.ifPresent(c -> c.requireFit(folder, settings));
    UNetModel predictor = UNetModel.create(settings.network(), engine, folder.averagedWeights());
    return new TrainedModel(runs, engine, folder, settings, Optional.of(predictor), classifier);
  }

  /**
   * A method with the run's settings.
   *
   * @throws io.wisp.UserError if it asks a network that was not given
   */
  public ActivationMethod method(MapMethod method) {
    return method(method, settings.maps());
  }

  /** A method with these settings. */
  public ActivationMethod method(MapMethod method, MapSettings maps) {
    runs.require(method);
    return new MethodFactory(
            predictor,
            classifier.map(TrainedClassifier::network),
            losses(),
            new ImageNoise(settings.train().seed()),
            PRESENT,
            ABSENT,
            MethodFactory.batch(settings.network().imageSize()))
        .make(method, maps);
  }

  private Losses losses() {
    return settings.diffusion().losses();
  }

  /** Draws new images, where there is a diffusion model. */
  public Optional<Sampler> sampler(int steps) {
    return predictor.map(model -> new Sampler(model, losses(), steps));
  }

  /** The run whose settings hold: the diffusion model's, or the classifier's where it is alone. */
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
    return folders;
  }

  public RunSettings settings() {
    return settings;
  }

  public Engine engine() {
    return engine;
  }

  @Override
  public void close() {
    predictor.ifPresent(UNetModel::close);
    classifier.ifPresent(TrainedClassifier::close);
  }
}
