package io.wisp.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.TargetExists;
import io.wisp.UserError;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.RunKind;
import io.wisp.activation.SegmentationMethod;
import io.wisp.engine.Engine;
import io.wisp.segmentation.ModelRuns;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.Training;
import io.wisp.training.Training.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A teacher of two networks in seven steps each, a student in two rounds of five. */
class LearningTest {
  private static final List<String> QUICK =
      List.of(
          "student.rounds=2",
          "map.draws=1",
          "map.noise_levels=[60]",
          "mask.foreground.rule=everywhere",
          "mask.minimum_size=0",
          "train.learning_rate=5.0e-3");

  @TempDir private static Path shared;
  private static Path store;
  private static Path whole;
  private static Outcome outcome;

  @TempDir private Path folder;

  @BeforeAll
  static void learn() {
    store = SquareStore.withMasks(shared);
    whole = shared.resolve("whole");
    outcome = start(store, whole, Optional.empty(), new StopSignal(), Progress.SILENT);
  }

  @Test
  void oneFolderHoldsTheStudentAndItsTeacher() {
    assertThat(outcome.finished()).isTrue();
    assertThat(outcome.step()).isEqualTo(7 + 7 + 10);
    assertThat(outcome.remarks()).hasSize(5).anyMatch(text -> text.contains("learned from"));
    assertThat(RunFolder.open(whole, RunKind.STUDENT).settings().contrast().present()).isOne();
    assertThat(whole.resolve("teacher").toFile().list())
        .containsExactlyInAnyOrder("diffusion", "classifier");
    try (TrainedModel model =
        TrainedModel.open(ModelRuns.of(RunKind.STUDENT, whole), Engine.reference(), List.of())) {
      assertThat(model.method(SegmentationMethod.STUDENT)).isNotNull();
    }
  }

  /** In the diffusion model, the classifier, the masks, and both rounds. */
  @Test
  void stoppedAndCutOffInEveryStageItGoesOnAsIfItHadNot() throws IOException {
    Path out = folder.resolve("interrupted");
    StopSignal first = new StopSignal();
    Progress.Factory stopping = at("training", 3, first::request);
    assertThat(start(store, out, Optional.empty(), first, stopping).finished()).isFalse();
    resumeAndCutAt(out, "training", 7, 1);
    resumeAndCutAt(out, "training", 4, 2);
    resumeAndStopAt(out, "masks of round 1", 16);
    resumeAndCutAt(out, "round 1 of 2", 3, 1);
    resumeAndStopAt(out, "round 2 of 2", 5);
    assertThat(resume(out).finished()).isTrue();
    assertIsWhole(out);
  }

  private static void resumeAndStopAt(Path out, String title, int done) {
    StopSignal stop = new StopSignal();
    assertThat(resume(out, stop, at(title, done, stop::request)).finished()).isFalse();
  }

  /** As if the power were cut. */
  private static void resumeAndCutAt(Path out, String title, int done, int time) {
    Runnable cut =
        () -> {
          throw new PowerCut();
        };
    assertThatThrownBy(() -> resume(out, new StopSignal(), at(title, done, time, cut)))
        .isInstanceOf(PowerCut.class);
  }

  @Test
  void noMaskMadeByHandIsRead() throws IOException {
    Path labelsOnly = SquareStore.withLabelsOnly(folder);
    Path blind = folder.resolve("blind");
    start(labelsOnly, blind, Optional.empty(), new StopSignal(), Progress.SILENT);
    assertIsWhole(blind);
  }

  @Test
  void whatIsDoneIsNotDoneAgain() throws IOException {
    byte[] before = Files.readAllBytes(whole.resolve("weights.safetensors"));
    assertThat(resume(whole).remarks()).isEqualTo(outcome.remarks());
    assertThat(whole.resolve("weights.safetensors")).hasBinaryContent(before);
  }

  @Test
  void withALimitTheStepsAreDecidedFromTheSpeedAndAllAreTaken() {
    Path brief = folder.resolve("brief");
    RunSettings endless =
        settings(
            "train.steps=1000000", "classifier.train.steps=1000000", "student.train.steps=1000000");
    StopSignal stop = new StopSignal();
    Optional<Duration> time = Optional.of(Duration.ofSeconds(4));
    start(endless, store, brief, time, stop, at("round 2 of 2", 1, stop::request));
    LearningPlan plan = LearningFolder.open(brief).plan();
    assertThat(resume(brief).finished()).isTrue();
    for (StagePlan stage : LearningFolder.open(brief).plan().stages()) {
      assertThat(stage.steps())
          .isEqualTo(plan.stage(stage.network()).steps())
          .isBetween(21, 100000);
      assertThat(stage.secondsPerStep()).isPositive();
    }
    RunFolder diffusion = RunFolder.open(brief.resolve("teacher/diffusion"));
    assertThat(diffusion.trainedSteps())
        .isEqualTo(diffusion.settings().train().steps())
        .isEqualTo(plan.stage(RunKind.DIFFUSION).steps());
    RunFolder last = RunFolder.open(brief.resolve("rounds/2"));
    assertThat(last.trainedSteps()).isEqualTo(plan.stage(RunKind.STUDENT).steps());
  }

  @Test
  void onlyALearningIsReplacedAndOnlyIfThatIsAskedFor() throws IOException {
    assertThatThrownBy(
            () -> start(store, whole, Optional.empty(), new StopSignal(), Progress.SILENT))
        .isInstanceOf(TargetExists.class);
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("notes.txt"), "mine");
    for (Path place : List.of(other, whole.resolve("teacher/diffusion"))) {
      assertThatThrownBy(() -> learning(place, Learning::clear)).isInstanceOf(UserError.class);
    }
    assertThat(other.resolve("notes.txt")).exists();
    Path copy = folder.resolve("copy");
    copy(whole, copy);
    learning(copy, Learning::clear);
    assertThat(copy).isEmptyDirectory();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static void learning(Path out, Consumer<Learning> work) {
    try (SliceStore slices = SliceStore.open(store)) {
      work.accept(of(settings(), plan(settings(), Optional.empty()), slices, out));
    }
  }

  private static void assertIsWhole(Path other) throws IOException {
    for (String file :
        List.of(
            "weights.safetensors",
            "pseudo/round-1.npy",
            "teacher/diffusion/weights.safetensors",
            "teacher/classifier/weights.safetensors")) {
      assertThat(other.resolve(file)).hasBinaryContent(Files.readAllBytes(whole.resolve(file)));
    }
  }

  private static RunSettings settings(String... changes) {
    return TinyRun.settings(
        Stream.concat(QUICK.stream(), Stream.of(changes)).toArray(String[]::new));
  }

  /** By a method that also asks a classifier. */
  private static LearningPlan plan(RunSettings settings, Optional<Duration> time) {
    return LearningPlan.of(settings, PerturbationMethod.CG_CDM, time);
  }

  private static Learning of(RunSettings settings, LearningPlan plan, SliceStore slices, Path out) {
    return new Learning(settings, plan, Engine.reference(), slices, out, news -> {});
  }

  private static Outcome start(
      Path store, Path out, Optional<Duration> time, StopSignal stop, Progress.Factory progress) {
    return start(settings(), store, out, time, stop, progress);
  }

  private static Outcome start(
      RunSettings settings,
      Path store,
      Path out,
      Optional<Duration> time,
      StopSignal stop,
      Progress.Factory progress) {
    try (SliceStore slices = SliceStore.open(store)) {
      return of(settings, plan(settings, time), slices, out)
          .start(Training.NO_LIMIT, stop, progress);
    }
  }

  private static Outcome resume(Path out) {
    return resume(out, new StopSignal(), Progress.SILENT);
  }

  private static Outcome resume(Path out, StopSignal stop, Progress.Factory progress) {
    LearningFolder begun = LearningFolder.open(out);
    try (SliceStore slices = SliceStore.open(store)) {
      return of(begun.settings(List.of()), begun.plan(), slices, out)
          .resume(Training.NO_LIMIT, stop, progress);
    }
  }

  private static final class PowerCut extends RuntimeException {}

  private static Progress.Factory at(String title, int done, Runnable event) {
    return at(title, done, 1, event);
  }

  /** Does something when so much of the work of that title is done, of several the n-th. */
  private static Progress.Factory at(String title, int done, int time, Runnable event) {
    int[] times = new int[1];
    return (task, total) -> {
      times[0] += task.equals(title) ? 1 : 0;
      boolean watched = task.equals(title) && times[0] == time;
      int[] sum = new int[1];
      return new Progress() {
        @Override
        public void advance(long count) {
          sum[0] += (int) count;
          if (watched && sum[0] == done) {
            event.run();
          }
        }

        @Override
        public void note(String text) {}

        @Override
        public void close() {}
      };
    };
  }
}
