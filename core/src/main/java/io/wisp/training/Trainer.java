package io.wisp.training;

import io.wisp.diffusion.Losses;
import io.wisp.engine.Engine;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The training loop: for each step, a batch, its loss, and one move of the weights. */
final class Trainer {
  private final TrainingState state;
  private final BatchSource batches;
  private final RunSettings settings;
  private final Losses losses;
  private final List<TrainingListener> listeners;

  Trainer(
      TrainingState state,
      BatchSource batches,
      RunSettings settings,
      List<TrainingListener> listeners) {
    this.state = state;
    this.batches = batches;
    this.settings = settings;
    this.losses = settings.diffusion().losses();
    this.listeners = listeners;
  }

  /**
   * Trains until the steps are done, the time is over, or a stop is asked for.
   *
   * @param save brings the state to the disk
   */
  void fit(Duration limit, StopSignal stop, Runnable save) {
    TrainSettings train = settings.train();
    long deadline = System.nanoTime() + limit.toNanos();
    while (state.step() < train.steps() && !stop.requested() && System.nanoTime() < deadline) {
      step();
      if (state.step() % train.logEvery() == 0 || state.step() == train.steps()) {
        log();
      }
      listeners.forEach(listener -> listener.stepped(state.step()));
      if (state.step() % train.checkpointEvery() == 0 && state.step() < train.steps()) {
        save.run();
        listeners.forEach(listener -> listener.saved(state.step()));
      }
    }
    save.run();
  }

  /** Takes the next step. */
  void step() {
    long start = System.nanoTime();
    double learningRate = settings.train().learningRateAt(state.step());
    torch.manual_seed(settings.train().seed() * 1_000_003 + state.step());
    try (Scope scope = new Scope()) {
      Tensor loss = loss(batches.at(state.step()));
      loss.backward();
      state.advance(learningRate, loss, (System.nanoTime() - start) * 1e-9);
    }
  }

  private void log() {
    MetricsLine line =
        new MetricsLine(
            state.step(),
            state.takeMeanLoss(),
            settings.train().learningRateAt(state.step() - 1),
            state.seconds());
    listeners.forEach(listener -> listener.logged(line));
  }

  /** The mean loss of a batch (eq. 4). */
  private Tensor loss(Batch batch) {
    Engine engine = state.model().engine();
    long side = settings.network().imageSize();
    long channels = settings.network().inChannels();
    Tensor x0 = images(batch.images(), batch.size(), channels, side);
    Tensor noise = images(batch.noise(), batch.size(), channels, side);
    Tensor xt = losses.diffusion().addNoise(x0, batch.timesteps(), noise);
    Tensor labels = longs(batch.labels(), engine);
    Tensor output =
        state
            .model()
            .forward(xt, longs(batch.timesteps(), engine), state.model().embedLabels(labels));
    return losses.of(output, x0, xt, batch.timesteps(), noise).total().mean();
  }

  private Tensor images(float[] values, long count, long channels, long side) {
    return Tensors.of(values, count, channels, side, side)
        .to(state.model().engine().device(), torch.ScalarType.Float);
  }

  private static Tensor longs(int[] values, Engine engine) {
    return Tensors.of(Arrays.stream(values).asLongStream().toArray(), values.length)
        .to(engine.device(), torch.ScalarType.Long);
  }
}
