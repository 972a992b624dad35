package io.wisp.evaluation;

import io.wisp.UserError;
import io.wisp.activation.ActivationMethod;
import io.wisp.activation.ConditionPerturbation;
import io.wisp.activation.ImageNoise;
import io.wisp.activation.PerturbationSettings;
import io.wisp.engine.Engine;
import io.wisp.network.FileSource;
import io.wisp.network.UNetModel;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.Sampler;
import io.wisp.weights.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A diffusion model ready to be used, with the settings of its run.
 *
 * <pre>{@code
 * try (TrainedModel model = TrainedModel.open(Path.of("run"), engine, List.of())) {
 *   List<float[]> maps = model.method().maps(images);
 * }
 * }</pre>
 */
public final class TrainedModel implements AutoCloseable {
  /** Images that go through the network together, each twice. */
  private static final int BATCH = 8;

  private static final int PRESENT = 1;
  private static final int ABSENT = 0;

  private final RunFolder folder;
  private final RunSettings settings;
  private final UNetModel network;
  private final long seed;

  private TrainedModel(RunFolder folder, RunSettings settings, UNetModel network, long seed) {
    this.folder = folder;
    this.settings = settings;
    this.network = network;
    this.seed = seed;
  }

  /**
   * Loads the averaged weights of a run.
   *
   * @param run the run folder
   * @param assignments settings to change, such as {@code map.tau=0}
   */
  public static TrainedModel open(Path run, Engine engine, List<String> assignments) {
    RunFolder folder = RunFolder.open(run);
    RunSettings settings = folder.settings(assignments);
    Path weights = folder.weights();
    if (!Files.exists(weights)) {
      throw new UserError(
          "The run %s has no weights yet: train it to its first checkpoint.".formatted(run));
    }
    UNetModel network =
        UNetModel.create(settings.network(), engine, new FileSource(Safetensors.read(weights)));
    return new TrainedModel(folder, settings, network, settings.train().seed());
  }

  /** Algorithm 1 with the run's settings. */
  public ActivationMethod method() {
    return method(settings.map());
  }

  /** Algorithm 1 with these settings. */
  public ActivationMethod method(PerturbationSettings map) {
    return new ConditionPerturbation(
        network, settings.diffusion().losses(), map, PRESENT, ABSENT, new ImageNoise(seed), BATCH);
  }

  /** Draws new images from the model. */
  public Sampler sampler(int steps) {
    return new Sampler(network, settings.diffusion().losses(), steps);
  }

  public RunFolder folder() {
    return folder;
  }

  public RunSettings settings() {
    return settings;
  }

  public Engine engine() {
    return network.engine();
  }

  @Override
  public void close() {
    network.close();
  }
}
