package io.wisp.training;

import io.wisp.engine.Scope;
import java.time.Duration;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The training loop: for each step, a batch, its loss, and one move of the weights. */
final class Trainer {
  private final TrainingState state;
  private final BatchSource batches;
  private final TrainSettings settings;
  private final List<TrainingListener> listeners;

  Trainer(
      TrainingState state,
      BatchSource batches,
      TrainSettings settings,
      List<TrainingListener> listeners) {
    this.state = state;
    this.batches = batches;
    this.settings = settings;
    this.listeners = listeners;
  }

  /**
   * Trains until the steps are done, the time is over, or a stop is asked for.
   *
   * @param save brings the state to the disk
   */
  void fit(Duration limit, StopSignal stop, Runnable save) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (state.step() < settings.steps() && !stop.requested() && System.nanoTime() < deadline) {
      step();
      if (state.step() % settings.logEvery() == 0 || state.step() == settings.steps()) {
        log();
      }
      listeners.forEach(listener -> listener.stepped(state.step()));
      if (state.step() % settings.checkpointEvery() == 0 && state.step() < settings.steps()) {
        save.run();
        listeners.forEach(listener -> listener.saved(state.step()));
      }
    }
    save.run();
  }

  /** Takes the next step. */
  void step() {
    long start = System.nanoTime();
    double learningRate = settings.learningRateAt(state.step());
    torch.manual_seed(settings.seed() * 1_000_003 + state.step());
    try (Scope scope = new Scope()) {
      Tensor loss = state.learner().loss().apply(batches.at(state.step()));
      loss.backward();
      state.advance(learningRate, loss, (System.nanoTime() - start) * 1e-9);
    }
  }

  private void log() {
    SinceLine since = state.takeSinceLine();
    MetricsLine line =
        new MetricsLine(
            state.step(),
            since.loss(),
            settings.learningRateAt(state.step() - 1),
            since.skipped(),
            state.seconds());
    listeners.forEach(listener -> listener.logged(line));
  }
}
