package io.wisp.training;

import io.wisp.Progress;
import io.wisp.Remedy;
import io.wisp.StopSignal;
import io.wisp.TargetExists;
import io.wisp.UserError;
import io.wisp.base.FolderLock;
import io.wisp.engine.Engine;
import io.wisp.network.NetworkProof;
import io.wisp.report.Format;
import io.wisp.slices.SliceStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Trains a network on a store of slices into a run folder.
 *
 * <pre>{@code
 * try (SliceStore store = SliceStore.open(Path.of("store"))) {
 *   TrainingTask task = new DiffusionTask(RunSettings.preset("small"));
 *   Training training = new Training(task, engine, store, Path.of("run"));
 *   training.start(Training.NO_LIMIT, new StopSignal(), Progress.SILENT);
 * }
 * }</pre>
 */
public final class Training implements Resumable {
  /** Train until the steps are done. */
  public static final Duration NO_LIMIT = Duration.ofDays(3650);

  private final TrainingTask task;
  private final Engine engine;
  private final SliceStore store;
  private final RunFolder folder;

  /**
   * @param run the run folder, which {@link #start} makes
   * @throws UserError if the network cannot learn from the store
   */
  public Training(TrainingTask task, Engine engine, SliceStore store, Path run) {
    this.task = task;
    this.engine = NetworkProof.proven(task.network(), engine);
    this.store = store;
    this.folder = new RunFolder(run);
    task.check(store);
  }

  /** Where the network computes, after its number format was checked. */
  public Engine engine() {
    return engine;
  }

  /**
   * Trains from the beginning.
   *
   * @param limit longest time for this call
   * @throws UserError if the folder holds a run already, or something is writing to it
   * @throws TrainingDiverged if going back to the last checkpoint at a smaller learning rate does
   *     not help; the checkpoint stays
   */
  @Override
  public Outcome start(Duration limit, StopSignal stop, Progress.Factory progress) {
    try (FolderLock lock = FolderLock.in(folder.path())) {
      requireNew();
      return begin(limit, stop, progress);
    }
  }

  private void requireNew() {
    if (Files.exists(folder.config())) {
      throw new TargetExists(
          folder.path(),
          "%s holds a run already: resume it, or choose another folder.".formatted(folder.path()),
          Remedy.RESUME,
          Remedy.OTHER_FOLDER);
    }
  }

  private Outcome begin(Duration limit, StopSignal stop, Progress.Factory progress) {
    try (TrainingState state = TrainingState.of(task, engine)) {
      String name = store.folder().getFileName().toString();
      long parameters = state.learner().parameters().count();
      RunFacts facts = RunFacts.of(task.kind(), engine, parameters, name);
      folder.begin(task.settings(), store.recipe(), store.folder().resolve("split.csv"), facts);
      return train(state, limit, stop, progress);
    }
  }

  /**
   * Continues from the folder's checkpoint; the result is as if it had never stopped. Settings that
   * differ from the folder's replace them.
   *
   * @throws UserError if the folder holds a run of another kind, or a checkpoint of another
   *     network, or something is writing to it
   */
  @Override
  public Outcome resume(Duration limit, StopSignal stop, Progress.Factory progress) {
    folder.require(task.kind());
    try (FolderLock lock = FolderLock.in(folder.path());
        TrainingState state = TrainingState.of(task, engine)) {
      if (folder.hasCheckpoint()) {
        state.load(folder.checkpoint());
      }
      folder.keep(task.settings());
      return train(state, limit, stop, progress);
    }
  }

  /**
   * How a training ended.
   *
   * @param step steps taken in all
   * @param finished whether all steps are done
   * @param seconds of training in all
   * @param remarks what was found at the end, for the user
   */
  public record Outcome(int step, boolean finished, double seconds, List<String> remarks) {}

  private Outcome train(
      TrainingState state, Duration limit, StopSignal stop, Progress.Factory progress) {
    int total = task.train().steps();
    FittedPresence.keep(folder, Optional.empty()); // it was of other weights
    try (Progress bar = progress.start(task.title(), total);
        BatchSource batches = task.batches(store)) {
      bar.advance(state.step());
      MetricsLog log = new MetricsLog(folder.metrics(), state.step());
      new Trainer(state, batches, task.train(), List.of(log, new BarListener(bar)))
          .fit(limit, stop, new Checkpoints(state, folder, task));
    }
    List<String> remarks =
        stop.requested()
            ? List.of()
            : task.conclude(folder, state.step(), store, engine, stop.ending(progress));
    return new Outcome(state.step(), state.step() >= total, state.seconds(), remarks);
  }

  private record BarListener(Progress bar) implements TrainingListener {
    @Override
    public void stepped(int step) {
      bar.advance(1);
    }

    @Override
    public void logged(MetricsLine line) {
      String skipped = line.skipped() > 0 ? ", " + line.skipped() + " skipped" : "";
      bar.note("loss " + Format.number(line.loss(), 4) + skipped);
    }

    @Override
    public void wentBack(Divergence event) {
      bar.advance(event.backTo() - event.step());
      bar.note("went back to step " + event.backTo());
    }
  }
}
