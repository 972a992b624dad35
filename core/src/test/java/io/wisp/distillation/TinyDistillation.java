package io.wisp.distillation;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.activation.PerturbationMethod;
import io.wisp.engine.Engine;
import io.wisp.slices.SliceStore;
import io.wisp.training.RunFolder;
import io.wisp.training.Training;
import io.wisp.training.Training.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A student of a tiny teacher, in two rounds of a few steps.
 *
 * @param teacher run folder
 * @param assignments settings to change
 */
record TinyDistillation(Path teacher, Path store, Path out, List<String> assignments) {
  private static final List<String> QUICK =
      List.of(
          "student.rounds=2",
          "map.draws=1",
          "map.noise_levels=[60]",
          "mask.foreground.rule=everywhere",
          "mask.minimum_size=0");

  TinyDistillation(Path teacher, Path store, Path out, String... assignments) {
    this(teacher, store, out, List.of(assignments));
  }

  Outcome start() {
    return start(Training.NO_LIMIT);
  }

  Outcome start(Duration limit) {
    try (SliceStore slices = SliceStore.open(store)) {
      return distillation(slices).start(limit, new StopSignal(), Progress.SILENT);
    }
  }

  void clear() {
    try (SliceStore slices = SliceStore.open(store)) {
      distillation(slices).clear();
    }
  }

  Outcome resume(String... changes) {
    List<String> all = new ArrayList<>(assignments);
    all.addAll(List.of(changes));
    TinyDistillation changed = new TinyDistillation(teacher, store, out, all);
    try (SliceStore slices = SliceStore.open(store)) {
      return changed
          .distillation(slices)
          .resume(Training.NO_LIMIT, new StopSignal(), Progress.SILENT);
    }
  }

  /** Asks for a stop when so much of the work of that title is done. */
  Outcome startAndStopAt(String title, int done) {
    StopSignal stop = new StopSignal();
    return start(stop, title, done, stop::request);
  }

  /** Falls over when so much of the work of that title is done, as if the power were cut. */
  void startAndFailAt(String title, int done) {
    try {
      start(
          new StopSignal(),
          title,
          done,
          () -> {
            throw new PowerCut();
          });
    } catch (PowerCut expected) {
      return;
    }
    throw new AssertionError("the distillation did not come so far");
  }

  private Outcome start(StopSignal stop, String title, int done, Runnable event) {
    try (SliceStore slices = SliceStore.open(store)) {
      return distillation(slices)
          .start(
              Training.NO_LIMIT,
              stop,
              (task, total) ->
                  new Watcher(
                      new int[1],
                      now -> {
                        if (task.equals(title) && now == done) {
                          event.run();
                        }
                      }));
    }
  }

  private Distillation distillation(SliceStore slices) {
    List<String> all = new ArrayList<>(QUICK);
    all.addAll(assignments);
    return new Distillation(
        RunFolder.open(teacher).settings(all),
        Teacher.of(teacher, Optional.empty(), PerturbationMethod.CDM),
        Engine.reference(),
        slices,
        out);
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(out.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The lines of the metrics without their last column, the seconds. */
  List<String> curve() {
    return text("metrics.csv").lines().map(line -> line.replaceFirst(",[^,]*$", "")).toList();
  }

  private static final class PowerCut extends RuntimeException {}

  private record Watcher(int[] sum, IntConsumer event) implements Progress {
    @Override
    public void advance(long count) {
      sum[0] += (int) count;
      event.accept(sum[0]);
    }

    @Override
    public void note(String text) {}

    @Override
    public void close() {}
  }
}
