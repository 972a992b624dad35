package io.wisp.training;

import io.wisp.base.CloseOnFailure;
import io.wisp.engine.Engine;
import io.wisp.slices.SliceStore;
import java.util.List;

/**
 * A training of the noise predictor without a run folder, step by step: to measure the cost of a
 * whole step. Used by one thread, which closes it; the store is not closed.
 */
public final class TrainingSteps implements AutoCloseable {
  private final TrainingState state;
  private final BatchSource batches;
  private final Trainer trainer;

  /** A new training; the store must fit the settings. */
  public TrainingSteps(RunSettings settings, Engine engine, SliceStore store) {
    TrainingTask task = new DiffusionTask(settings);
    try (CloseOnFailure opened = new CloseOnFailure()) {
      state = opened.add(TrainingState.of(task, engine));
      batches = task.batches(store);
      opened.keep();
    }
    trainer = new Trainer(state, batches, task.train(), List.of());
  }

  /**
   * Takes one step, and waits until it is done.
   *
   * @return its loss
   */
  public double next() {
    trainer.step();
    return state.takeSinceLine().loss();
  }

  @Override
  public void close() {
    batches.close();
    state.close();
  }
}
