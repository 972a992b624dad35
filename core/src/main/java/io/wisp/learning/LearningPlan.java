package io.wisp.learning;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.wisp.BadSetting;
import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.activation.RunKind;
import io.wisp.training.RunSettings;
import io.wisp.training.TrainSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How the time is shared out; the file {@code learn.yaml}. The learning rate falls over the steps,
 * so a training must not be cut off: its steps are decided beforehand, from its measured speed, and
 * stay. What a stage leaves over goes to those after it.
 *
 * @param method how the teacher makes maps
 * @param maxSeconds the time in all; null for as many steps as the settings ask for
 * @param maskSeconds what the teacher's masks will take, which is set aside; null if unknown
 * @param stages in order
 */
@RecordBuilder
public record LearningPlan(
    MapMethod method, Double maxSeconds, Double maskSeconds, List<StagePlan> stages)
    implements LearningPlanBuilder.With {
  private static final double DIFFUSION_SHARE = 0.5;
  private static final double CLASSIFIER_SHARE = 0.15;
  private static final double STUDENT_SHARE = 0.35;

  /** Masks that take more than this share of the time leave too little to learn. */
  private static final double MOST_FOR_MASKS = 0.6;

  /** Of the time; what a stage shares in at least. */
  private static final double LEAST_SHARE = 0.1;

  /** Fewer than a half of the steps asked for is little. */
  private static final int LITTLE = 2;

  /** For checkpoints, and for steps that take longer than those measured. */
  private static final double MARGIN = 0.95;

  public LearningPlan {
    stages = List.copyOf(stages);
  }

  /**
   * A plan for a new learning.
   *
   * @param time in all; none for as many steps as the settings ask for
   * @throws io.wisp.UserError if there is no time
   */
  public static LearningPlan of(RunSettings settings, MapMethod method, Optional<Duration> time) {
    time.ifPresent(
        given ->
            BadSetting.unless(given.toMillis() > 0, "time", given.toMillis() + " ms", "above 0"));
    List<StagePlan> stages =
        kinds(settings, method).stream()
            .map(kind -> StagePlan.of(kind, share(kind), train(settings, kind).steps()))
            .toList();
    return new LearningPlan(
        method, time.map(given -> given.toMillis() / 1000.0).orElse(null), null, stages);
  }

  /** The networks to train: the teacher's, those of methods that it must agree with, a student. */
  static Set<RunKind> kinds(RunSettings settings, MapMethod method) {
    Set<RunKind> kinds = EnumSet.of(RunKind.DIFFUSION, RunKind.STUDENT);
    Stream.concat(Stream.of(method), settings.student().agree().stream())
        .forEach(one -> kinds.addAll(one.asks()));
    return kinds;
  }

  private static double share(RunKind kind) {
    return switch (kind) {
      case DIFFUSION -> DIFFUSION_SHARE;
      case CLASSIFIER -> CLASSIFIER_SHARE;
      case SEGMENTER, STUDENT -> STUDENT_SHARE;
    };
  }

  private static TrainSettings train(RunSettings settings, RunKind kind) {
    return switch (kind) {
      case DIFFUSION -> settings.train();
      case CLASSIFIER -> settings.classifier().train();
      case SEGMENTER -> settings.segmenter().train();
      case STUDENT -> settings.student().train();
    };
  }

  boolean limited() {
    return maxSeconds != null;
  }

  List<RunKind> kinds() {
    return stages.stream().map(StagePlan::network).toList();
  }

  /** Those that the teacher's methods use. */
  List<RunKind> teachers() {
    return kinds().stream().filter(kind -> kind != RunKind.STUDENT).toList();
  }

  StagePlan stage(RunKind kind) {
    return stages.stream().filter(one -> one.network() == kind).findFirst().orElseThrow();
  }

  LearningPlan with(StagePlan changed) {
    return withStages(
        stages.stream().map(one -> one.network() == changed.network() ? changed : one).toList());
  }

  /** Seconds used so far, in all sessions. */
  double seconds() {
    return stages.stream().mapToDouble(StagePlan::seconds).sum();
  }

  /**
   * Corrects the seconds used.
   *
   * @param known seconds that a stage has used at least
   */
  LearningPlan withAtLeast(ToDoubleFunction<RunKind> known) {
    return withStages(
        stages.stream()
            .map(
                one -> one.withSeconds(Math.max(one.seconds(), known.applyAsDouble(one.network()))))
            .toList());
  }

  /**
   * The settings of a stage: with a limit, those given with the steps decided on, and a warm-up of
   * the same share of them.
   */
  RunSettings settings(RunKind kind, RunSettings given) {
    StagePlan stage = stage(kind);
    if (!limited() || !stage.decided()) {
      return given;
    }
    long warmup =
        Math.round(train(given, kind).warmup() * (stage.steps() / (double) stage.mostSteps()));
    String group = kind.trainSettings();
    return given.with(
        List.of("%s.steps=%s".formatted(group, stage.steps()), group + ".warmup=" + warmup));
  }

  /**
   * Sets time aside for the teacher's masks.
   *
   * @throws UserError if they leave too little to learn
   */
  LearningPlan withMasks(double estimated) {
    if (estimated > MOST_FOR_MASKS * maxSeconds) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "The teacher's masks alone would take %.1f minutes of the %.1f given: allow more time, or make maps cheaper, such as by map.draws=1.",
              estimated / 60,
              maxSeconds / 60));
    }
    return withMaskSeconds(estimated);
  }

  /**
   * Decides on the steps of a stage that was measured: as many as fit into its share of the time
   * left, at most those of its settings. One whose time was used up by those before it still gets a
   * little.
   *
   * @param done steps that it has taken
   * @param rounds how often it is trained
   */
  LearningPlan decide(RunKind kind, int done, int rounds) {
    StagePlan stage = stage(kind);
    double masks = kind == RunKind.STUDENT || maskSeconds == null ? 0 : maskSeconds;
    double left = Math.max(LEAST_SHARE * maxSeconds, maxSeconds - seconds() - masks);
    double later = stages.stream().skip(stages.indexOf(stage)).mapToDouble(StagePlan::share).sum();
    double more = MARGIN * left * stage.share() / later / stage.secondsPerStep();
    int fitting = (int) Math.min(stage.mostSteps(), Math.max(done, (done + more) / rounds));
    return with(stage.withSteps(fitting));
  }

  /** Decides for all steps of the settings. */
  LearningPlan decide(RunKind kind) {
    StagePlan stage = stage(kind);
    return with(stage.withSteps(stage.mostSteps()));
  }

  /** What was trained, for the user. */
  List<String> sentences() {
    return stages.stream().filter(StagePlan::decided).map(LearningPlan::sentence).toList();
  }

  private static String sentence(StagePlan stage) {
    int steps = stage.steps();
    String rounds = stage.network() == RunKind.STUDENT ? " a round, with its masks," : "";
    String asked = " (the settings ask for %,d%s)";
    String little = steps < stage.mostSteps() / LITTLE ? "; with more time it will be better" : "";
    return String.format(
        Locale.ROOT,
        "The %s: %,d steps%s in %.1f minutes%s",
        stage.network().title(),
        steps,
        rounds,
        stage.seconds() / 60,
        steps < stage.mostSteps()
            ? String.format(Locale.ROOT, asked, stage.mostSteps(), little)
            : "");
  }
}
