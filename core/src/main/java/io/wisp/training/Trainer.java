package io.wisp.training;

import io.wisp.StopSignal;
import io.wisp.engine.Scope;
import io.wisp.training.Divergence.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The training loop: for each step, a batch, its loss, and one update of the weights. */
final class Trainer {
  private final TrainingState state;
  private final BatchSource batches;
  private final TrainSettings settings;
  private final List<TrainingListener> listeners;
  private boolean checkpointDue;

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
   * Trains until the steps are done, the time is up, or a stop is requested.
   *
   * @param checkpoints save the state, and reset it when the training diverges
   * @throws TrainingDiverged if going back does not help
   */
  void fit(Duration limit, StopSignal stop, Checkpoints checkpoints) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean saved = false;
    while (!saved) {
      boolean over = done() || stop.requested() || System.nanoTime() >= deadline;
      Optional<Cause> divergence = over ? save(checkpoints) : advance(checkpoints);
      divergence.ifPresent(cause -> goBack(checkpoints, cause));
      saved = over && divergence.isEmpty();
    }
  }

  /**
   * A step, with the line of the log and the checkpoint that are due; tells whether it diverged.
   * After a skipped step a checkpoint is put off: perhaps no step will be possible with these
   * weights.
   */
  private Optional<Cause> advance(Checkpoints checkpoints) {
    step();
    boolean lineDue = state.step() % settings.logEvery() == 0 || done();
    Optional<Cause> divergence = lineDue ? log() : Optional.empty();
    listeners.forEach(listener -> listener.stepped(state.step()));
    checkpointDue |= state.step() % settings.checkpointEvery() == 0 && !done();
    if (divergence.isPresent() || !checkpointDue || state.skippedLast()) {
      return divergence;
    }
    divergence = save(checkpoints);
    if (divergence.isEmpty()) {
      listeners.forEach(listener -> listener.saved(state.step()));
    }
    return divergence;
  }

  /** Saves, unless the state shows that the training diverged: it must not replace a good one. */
  private Optional<Cause> save(Checkpoints checkpoints) {
    if (!state.weightsAreFinite()) {
      return Optional.of(Cause.WEIGHTS);
    }
    if (!state.lossIsFinite()) {
      return Optional.of(Cause.LOSS);
    }
    checkpoints.save();
    checkpointDue = false;
    return Optional.empty();
  }

  private void goBack(Checkpoints checkpoints, Cause cause) {
    Divergence event = checkpoints.goBack(cause);
    checkpointDue = false;
    listeners.forEach(listener -> listener.wentBack(event));
  }

  private boolean done() {
    return state.step() >= settings.steps();
  }

  /** Takes the next step. */
  void step() {
    long start = System.nanoTime();
    torch.manual_seed(settings.seed() * 1_000_003 + state.step());
    try (Scope scope = new Scope()) {
      Tensor loss = state.learner().loss().apply(batches.at(state.step()));
      loss.backward();
      state.advance(loss, (System.nanoTime() - start) * 1e-9);
    }
  }

  /** Writes a line, unless it shows that the training diverged. */
  private Optional<Cause> log() {
    SinceLine since = state.takeSinceLine();
    if (since.allSkipped()) {
      int enough = Math.min(settings.logEvery(), settings.steps()); // the last line may be short
      return since.steps() < enough ? Optional.empty() : Optional.of(Cause.GRADIENTS);
    }
    if (!Double.isFinite(since.loss())) {
      return Optional.of(Cause.LOSS);
    }
    MetricsLine line =
        new MetricsLine(
            state.step(),
            since.loss(),
            state.learningRateAt(state.step() - 1),
            since.skipped(),
            state.seconds());
    listeners.forEach(listener -> listener.logged(line));
    return Optional.empty();
  }
}
