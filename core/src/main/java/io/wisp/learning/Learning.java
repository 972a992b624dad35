package io.wisp.learning;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.activation.RunKind;
import io.wisp.base.FolderLock;
import io.wisp.distillation.Distillation;
import io.wisp.engine.Engine;
import io.wisp.slices.SliceStore;
import io.wisp.training.Resumable;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.Training;
import io.wisp.training.Training.Outcome;
import io.wisp.training.TrainingTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Learns to outline from labelled slices: trains the teacher's networks, makes its masks, and
 * trains a student on them, each in its share of the time.
 *
 * <pre>{@code
 * RunSettings settings = RunSettings.preset("small");
 * Optional<Duration> time = Optional.of(Duration.ofHours(1));
 * LearningPlan plan = LearningPlan.of(settings, PerturbationMethod.CDM, time);
 * new Learning(settings, plan, engine, store, Path.of("model"), news -> {})
 *     .start(Training.NO_LIMIT, new StopSignal(), Progress.SILENT);
 * }</pre>
 *
 * Masks made by hand are not read. Used by one thread.
 */
public final class Learning implements Resumable {
  private final RunSettings settings;
  private final Engine engine;
  private final SliceStore store;
  private final LearningFolder folder;
  private final Consumer<String> news;
  private LearningPlan plan;

  /**
   * @param settings of all networks
   * @param plan a new one; to resume, the folder's
   * @param out the folder of the student, which {@link #start} makes
   * @param news is told what begins
   */
  public Learning(
      RunSettings settings,
      LearningPlan plan,
      Engine engine,
      SliceStore store,
      Path out,
      Consumer<String> news) {
    this.settings = settings;
    this.plan = plan;
    this.engine = engine;
    this.store = store;
    this.folder = new LearningFolder(out);
    this.news = news;
  }

  @Override
  public Outcome start(Duration limit, StopSignal stop, Progress.Factory progress) {
    try (FolderLock lock = FolderLock.beside(folder.path())) {
      folder.requireNew();
      check();
      folder.keep(settings);
      folder.keep(plan);
      return stages(new Session(System.nanoTime() + limit.toNanos(), stop, progress));
    }
  }

  @Override
  public Outcome resume(Duration limit, StopSignal stop, Progress.Factory progress) {
    try (FolderLock lock = FolderLock.beside(folder.path())) {
      check();
      folder.keep(settings);
      plan = plan.withAtLeast(this::trainedSeconds);
      return stages(new Session(System.nanoTime() + limit.toNanos(), stop, progress));
    }
  }

  /**
   * Removes an earlier learning from the folder, once it is clear that a new one can begin.
   *
   * @throws UserError if the folder holds anything but a learning
   */
  public void clear() {
    check();
    try (FolderLock lock = FolderLock.beside(folder.path())) {
      folder.clear();
    }
  }

  private void check() {
    distillation().check();
    if (!plan.kinds().containsAll(LearningPlan.kinds(settings, plan.method()))) {
      throw new UserError(
          "The methods %s need other networks than the learning of %s was begun with: begin anew."
              .formatted(settings.student().agree(), folder.path()));
    }
  }

  private Distillation distillation() {
    RunSettings own = plan.settings(RunKind.STUDENT, settings);
    return new Distillation(own, folder.teacher(plan), engine, store, folder.path());
  }

  /** What one call may use. */
  private record Session(long deadline, StopSignal stop, Progress.Factory progress) {
    Duration left() {
      return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
  }

  private Outcome stages(Session session) {
    if (plan.limited()) {
      measureTeacher(session);
    }
    for (RunKind kind : plan.kinds()) {
      boolean student = kind == RunKind.STUDENT; // resumed even if finished, for what it says
      if (student || !plan.stage(kind).finished()) {
        Optional<Outcome> outcome = train(kind, session);
        if (outcome.isEmpty()) {
          return whole(Ending.STOPPED, List.of());
        }
        keep(plan.with(plan.stage(kind).withFinished(true)));
        if (student) {
          return whole(Ending.FINISHED, outcome.get().remarks());
        }
      }
    }
    throw new IllegalStateException("a plan ends with a student");
  }

  private enum Ending {
    FINISHED,
    STOPPED
  }

  private Outcome whole(Ending ending, List<String> ofStudent) {
    int steps = plan.teachers().stream().mapToInt(kind -> folder.run(kind).trainedSteps()).sum();
    List<String> remarks = new ArrayList<>();
    if (ending == Ending.FINISHED) {
      remarks.addAll(plan.sentences());
      remarks.addAll(ofStudent);
    }
    return new Outcome(
        steps + folder.student().trainedSteps(),
        ending == Ending.FINISHED,
        plan.seconds(),
        remarks);
  }

  /** Nothing if it was stopped, or the time of this call is over. */
  private Optional<Outcome> train(RunKind kind, Session session) {
    if (!plan.stage(kind).decided()) {
      decide(kind, session);
    }
    if (session.stop().requested() || !plan.stage(kind).decided()) {
      return Optional.empty();
    }
    news.accept(
        String.format(
            Locale.ROOT,
            "Training %s: %,d steps%s",
            kind.description(),
            plan.stage(kind).steps(),
            kind == RunKind.STUDENT ? " a round" : ""));
    Outcome outcome =
        timed(kind, () -> run(kind, session.left(), session.stop(), session.progress()));
    return Optional.of(outcome).filter(one -> one.finished() && !session.stop().requested());
  }

  /** Leaves it undecided if it was stopped before. */
  private void decide(RunKind kind, Session session) {
    if (!plan.limited()) {
      keep(plan.decide(kind));
      return;
    }
    if (kind == RunKind.STUDENT) {
      if (!folder.student().begun(1)) {
        news.accept("Making the teacher's masks");
        timed(kind, () -> run(kind, Duration.ZERO, session.stop(), session.progress()));
      }
      measure(kind, session);
    }
    if (plan.stage(kind).secondsPerStep() != null && !plan.stage(kind).decided()) {
      boolean student = kind == RunKind.STUDENT;
      int done = student ? folder.student().trainedSteps() : folder.run(kind).trainedSteps();
      keep(plan.decide(kind, done, student ? settings.student().rounds() : 1));
    }
  }

  /** Finds out how long everything of the teacher takes, before anything of it is decided. */
  private void measureTeacher(Session session) {
    plan.teachers().forEach(kind -> measure(kind, session));
    boolean all = plan.teachers().stream().allMatch(kind -> plan.stage(kind).measured());
    if (all && plan.maskSeconds() == null && !session.stop().requested()) {
      List<MapMethod> methods = new ArrayList<>(settings.student().agree());
      methods.add(plan.method());
      MaskCost cost = new MaskCost(settings, methods, engine, store);
      double masks = timed(RunKind.STUDENT, () -> cost.of(folder.teacherRuns(plan)));
      keep(plan.withMasks(masks));
    }
  }

  private void measure(RunKind kind, Session session) {
    if (plan.stage(kind).measured() || session.stop().requested()) {
      return;
    }
    news.accept("Measuring how fast %s is trained".formatted(kind.description()));
    Speed speed = new Speed(session.stop());
    Outcome first = timed(kind, () -> run(kind, session.left(), speed.stop(), speed));
    OptionalDouble seconds = speed.secondsPerStep();
    if (seconds.isPresent()) {
      keep(plan.with(plan.stage(kind).withSecondsPerStep(seconds.getAsDouble())));
    } else if (first.finished()) {
      keep(plan.decide(kind));
    }
  }

  /** Begins or resumes a training. */
  private Outcome run(RunKind kind, Duration limit, StopSignal stop, Progress.Factory progress) {
    RunFolder run = folder.run(kind);
    Resumable training =
        kind == RunKind.STUDENT
            ? distillation()
            : new Training(
                TrainingTask.of(kind, plan.settings(kind, settings)), engine, store, run.path());
    return Files.exists(run.config())
        ? training.resume(limit, stop, progress)
        : training.start(limit, stop, progress);
  }

  /** Adds the time that work takes to that of a stage, however the work ends. */
  private <T> T timed(RunKind kind, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      StagePlan stage = plan.stage(kind);
      double seconds = stage.seconds() + (System.nanoTime() - start) * 1e-9;
      keep(plan.with(stage.withSeconds(seconds)));
    }
  }

  /** By the checkpoints: of a session that was killed, nothing else is known. */
  private double trainedSeconds(RunKind kind) {
    return kind == RunKind.STUDENT
        ? folder.student().trainedSeconds()
        : folder.run(kind).trainedSeconds();
  }

  private void keep(LearningPlan changed) {
    plan = changed;
    folder.keep(changed);
  }
}
