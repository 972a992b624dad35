package io.wisp.api;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.activation.RunKind;
import io.wisp.slices.SliceStore;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.Training;
import io.wisp.training.TrainingTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a network is trained on a store; each method changes one thing and returns this. */
public final class TrainingOptions {
  private final Path store;
  private final List<String> assignments = new ArrayList<>();
  private RunKind kind = RunKind.DIFFUSION;
  private String preset = "small";
  private Compute compute = Compute.AUTO;
  private Duration limit = Training.NO_LIMIT;
  private StopSignal stop = new StopSignal();
  private Progress.Factory progress = Progress.SILENT;

  TrainingOptions(Path store) {
    this.store = store;
  }

  /** Trains the classifier of noisy images instead of the diffusion model. */
  public TrainingOptions classifier() {
    kind = RunKind.CLASSIFIER;
    return this;
  }

  /** The preset to begin with: {@code small} by default. */
  public TrainingOptions preset(String name) {
    preset = name;
    return this;
  }

  /** Changes a setting, such as {@code train.steps=2000}; later ones override earlier ones. */
  public TrainingOptions set(String assignment) {
    assignments.add(assignment);
    return this;
  }

  /** Where to compute. */
  public TrainingOptions compute(Compute where) {
    compute = where;
    return this;
  }

  /** Saves and ends after this long; {@link #resume} goes on. */
  public TrainingOptions limit(Duration longest) {
    limit = longest;
    return this;
  }

  /** The signal to save and end. */
  public TrainingOptions stop(StopSignal signal) {
    stop = signal;
    return this;
  }

  /** Receives the progress. */
  public TrainingOptions progress(Progress.Factory told) {
    progress = told;
    return this;
  }

  /**
   * Trains into a new run folder.
   *
   * @return whether all steps are done; false after the limit or a stop
   * @throws io.wisp.TargetExists if the folder holds a run already
   * @throws io.wisp.UserError if the network cannot learn from the store
   */
  public boolean run(Path folder) {
    RunSettings settings = RunSettings.of(preset, null, assignments);
    try (SliceStore slices = SliceStore.open(store)) {
      return training(settings, slices, folder).start(limit, stop, progress).finished();
    }
  }

  /**
   * Goes on from the checkpoint of a run, with its settings and the changes of {@link #set}; the
   * result is as if it had never stopped.
   *
   * @return whether all steps are done
   */
  public boolean resume(Path folder) {
    RunFolder run = RunFolder.open(folder);
    kind = run.kind();
    try (SliceStore slices = SliceStore.open(store)) {
      return training(run.settings(assignments), slices, folder)
          .resume(limit, stop, progress)
          .finished();
    }
  }

  private Training training(RunSettings settings, SliceStore slices, Path folder) {
    return new Training(TrainingTask.of(kind, settings), compute.engine(), slices, folder);
  }
}
