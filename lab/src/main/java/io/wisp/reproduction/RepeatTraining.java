package io.wisp.reproduction;

import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.RunKind;
import io.wisp.distillation.Distillation;
import io.wisp.distillation.StudentFolder;
import io.wisp.distillation.Teacher;
import io.wisp.engine.Engine;
import io.wisp.slices.SliceStore;
import io.wisp.training.Beginning;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.StudentSettings;
import io.wisp.training.Training;
import io.wisp.training.TrainingTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Trains the networks of a repeat, each for its share of the time, unless they are trained. */
record RepeatTraining(
    ReproductionPlan plan,
    ReproductionFolder folder,
    Engine engine,
    TrainingRunner runner,
    Consumer<String> news) {

  /**
   * Trains the missing networks.
   *
   * @throws CancellationException if a training was stopped from outside; it is saved
   */
  Map<RunKind, TrainedRun> train(int repeat, SliceStore store) {
    Map<RunKind, TrainedRun> runs = new EnumMap<>(RunKind.class);
    for (RunKind kind : plan.kinds()) {
      RepeatWork work =
          kind == RunKind.STUDENT
              ? student(repeat, store, runs.get(RunKind.DIFFUSION))
              : network(repeat, kind, store);
      Optional<TrainedRun> known =
          folder.trained(repeat, kind).filter(run -> run.suffices(plan.share(kind)));
      runs.put(kind, known.orElseGet(() -> trained(repeat, work)));
    }
    return runs;
  }

  private RepeatWork network(int repeat, RunKind kind, SliceStore store) {
    TrainingTask task = TrainingTask.of(kind, plan.settings(repeat));
    RunFolder run = new RunFolder(folder.run(repeat, kind));
    boolean begun = Files.exists(run.config());
    return new RepeatWork(
        kind,
        new Training(task, engine, store, run.path()),
        task.train().steps(),
        begun ? Beginning.RESUMED : Beginning.NEW,
        begun ? run.trainedSeconds() : 0);
  }

  /** A student of the current diffusion model; one of another origin is removed. */
  private RepeatWork student(int repeat, SliceStore store, TrainedRun diffusion) {
    RunSettings settings = plan.settings(repeat);
    Path model = folder.run(repeat, RunKind.DIFFUSION);
    Teacher teacher = Teacher.of(model, Optional.empty(), PerturbationMethod.CDM);
    StudentFolder student = new StudentFolder(folder.run(repeat, RunKind.STUDENT));
    Distillation distillation = new Distillation(settings, teacher, engine, store, student.path());
    StudentOrigin origin = StudentOrigin.of(diffusion.step(), settings);
    if (!folder.hasStudentOf(repeat, origin)) {
      folder.forgetStudent(repeat);
      distillation.clear();
      folder.keep(repeat, origin);
    }
    StudentSettings learning = settings.student();
    return new RepeatWork(
        RunKind.STUDENT,
        new StudentTraining(distillation, student),
        learning.rounds() * learning.train().steps(),
        student.exists() ? Beginning.RESUMED : Beginning.NEW,
        student.trainedSeconds());
  }

  private TrainedRun trained(int repeat, RepeatWork work) {
    RunKind kind = work.kind();
    Duration share = plan.share(kind);
    news.accept(
        "repeat %s: training %s%s"
            .formatted(
                repeat,
                kind.description(),
                work.beginning() == Beginning.RESUMED ? ", resumed" : ""));
    ObservedTraining training = new ObservedTraining(work.training());
    Training.Outcome outcome = runner.run(training, work.beginning(), work.left(share));
    if (training.stopped()) {
      news.accept(
          "stopped in the training of %s: the same call goes on from there"
              .formatted(kind.description()));
      throw new CancellationException("stopped in a training");
    }
    TrainedRun result =
        new TrainedRun(outcome.step(), outcome.finished(), share.toMillis() / 1000.0);
    folder.keep(repeat, kind, result);
    news.accept(
        String.format(
            Locale.ROOT,
            "repeat %d: %s, %,d of %,d steps in %.1f minutes",
            repeat,
            kind.description(),
            outcome.step(),
            work.steps(),
            outcome.seconds() / 60));
    return result;
  }
}
