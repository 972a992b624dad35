package io.wisp.testing;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.engine.Engine;
import io.wisp.slices.SliceStore;
import io.wisp.training.DiffusionTask;
import io.wisp.training.RunSettings;
import io.wisp.training.Training;
import io.wisp.training.TrainingTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Trainings of a few steps on a store of 16 x 16 slices, in float32 on the processor. */
public final class TinyRun {
  private static final List<String> TINY =
      List.of(
          "network.image_size=16",
          "network.model_channels=32",
          "network.channel_mult=[1, 2]",
          "network.attention_resolutions=[2]",
          "network.dropout=0.1",
          "train.steps=7",
          "train.batch=2",
          "train.warmup=3",
          "train.log_every=3",
          "train.checkpoint_every=2",
          "classifier.network.model_channels=32",
          "classifier.network.channel_mult=[1, 2]",
          "classifier.network.attention_resolutions=[2]",
          "classifier.network.dropout=0.1",
          "classifier.train.steps=7",
          "classifier.train.batch=2",
          "classifier.train.warmup=3",
          "classifier.train.log_every=3",
          "classifier.train.checkpoint_every=2",
          "segmenter.train.steps=7",
          "segmenter.train.batch=2",
          "segmenter.train.warmup=3",
          "segmenter.train.log_every=3",
          "segmenter.train.checkpoint_every=2",
          "student.train.steps=5",
          "student.train.batch=2",
          "student.train.warmup=3",
          "student.train.log_every=2",
          "student.train.checkpoint_every=2");

  private TinyRun() {}

  public static RunSettings settings(String... assignments) {
    List<String> all = new ArrayList<>(TINY);
    all.addAll(List.of(assignments));
    return RunSettings.of("demo", null, all);
  }

  /** A training into a folder, with what some steps of it set off. */
  public record Session(TrainingTask task, Path store, Path run) {
    /** Of a diffusion model. */
    public Session(RunSettings settings, Path store, Path run) {
      this(new DiffusionTask(settings), store, run);
    }

    public RunSettings settings() {
      return task.settings();
    }

    public Training.Outcome start() {
      return start(new StopSignal(), step -> {});
    }

    public Training.Outcome start(StopSignal stop, IntConsumer atStep) {
      try (SliceStore slices = SliceStore.open(store)) {
        return new Training(task, Engine.reference(), slices, run)
            .start(Training.NO_LIMIT, stop, watcher(atStep));
      }
    }

    /** Asks for a stop in the given step. */
    public Training.Outcome startAndStopAt(int step) {
      StopSignal stop = new StopSignal();
      return start(
          stop,
          now -> {
            if (now == step) {
              stop.request();
            }
          });
    }

    /** Falls over right after the given step, as if the power were cut. */
    public void startAndFailAt(int step) {
      try {
        start(
            new StopSignal(),
            now -> {
              if (now == step) {
                throw new PowerCut();
              }
            });
      } catch (PowerCut expected) {
        return;
      }
      throw new AssertionError("the training did not reach step " + step);
    }

    public Training.Outcome resume() {
      try (SliceStore slices = SliceStore.open(store)) {
        return new Training(task, Engine.reference(), slices, run)
            .resume(Training.NO_LIMIT, new StopSignal(), Progress.SILENT);
      }
    }

    public byte[] weights() {
      try {
        return Files.readAllBytes(run.resolve("weights.safetensors"));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    /** The lines of the metrics without their last column, the seconds. */
    public List<String> curve() {
      try {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
            .map(line -> line.substring(0, line.lastIndexOf(',')))
            .toList();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private static final class PowerCut extends RuntimeException {}

  private static Progress.Factory watcher(IntConsumer atStep) {
    return (task, total) ->
        new Progress() {
          private int step;

          @Override
          public void advance(long count) {
            step += (int) count;
            atStep.accept(step);
          }

          @Override
          public void note(String text) {}

          @Override
          public void close() {}
        };
  }
}
