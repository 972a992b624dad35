package io.wisp.reproduction;

import io.wisp.UserError;
import io.wisp.engine.Engine;
import io.wisp.reproduction.TrainingRunner.Beginning;
import io.wisp.slices.SliceStore;
import io.wisp.training.RunFolder;
import io.wisp.training.RunKind;
import io.wisp.training.Training;
import io.wisp.training.TrainingTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Trains the networks of a repeat, each for its share of the time, unless they are trained. */
record RepeatTraining(
    ReproductionPlan plan,
    ReproductionFolder folder,
    Engine engine,
    TrainingRunner runner,
    Consumer<String> news) {

  Map<RunKind, TrainedRun> train(int repeat, SliceStore store) {
    Map<RunKind, TrainedRun> runs = new EnumMap<>(RunKind.class);
    for (RunKind kind : plan.kinds()) {
      Optional<TrainedRun> known =
          folder.trained(repeat, kind).filter(run -> run.suffices(plan.share(kind)));
      runs.put(kind, known.orElseGet(() -> trained(repeat, kind, store)));
    }
    return runs;
  }

  private TrainedRun trained(int repeat, RunKind kind, SliceStore store) {
    TrainingTask task = kind.task(plan.settings(repeat));
    Path place = folder.run(repeat, kind);
    Training training = new Training(task, engine, store, place);
    RunFolder run = new RunFolder(place);
    Duration share = plan.share(kind);
    boolean begun = Files.exists(run.config());
    Duration spent = Duration.ofMillis(begun ? Math.round(1000 * run.trainedSeconds()) : 0);
    Duration left = share.compareTo(spent) > 0 ? share.minus(spent) : Duration.ZERO;
    news.accept(
        "repeat %d: training %s%s".formatted(repeat, kind.description(), begun ? ", resumed" : ""));
    long start = System.nanoTime();
    Training.Outcome outcome =
        runner.run(training, begun ? Beginning.RESUMED : Beginning.NEW, left);
    if (!outcome.finished() && System.nanoTime() - start < left.toNanos()) {
      throw new UserError(
          "Stopped in the training of %s: the same command goes on from there."
              .formatted(kind.description()));
    }
    TrainedRun result =
        new TrainedRun(outcome.step(), outcome.finished(), share.toMillis() / 1000.0);
    folder.keep(repeat, kind, result);
    news.accept(
        "repeat %d: %s, %,d of %,d steps in %.1f minutes"
            .formatted(
                repeat,
                kind.description(),
                outcome.step(),
                task.train().steps(),
                outcome.seconds() / 60));
    return result;
  }
}
