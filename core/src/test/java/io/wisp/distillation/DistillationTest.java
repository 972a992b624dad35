package io.wisp.distillation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.activation.ContrastSettings;
import io.wisp.activation.MapMethod;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.RunKind;
import io.wisp.activation.SegmentationMethod;
import io.wisp.base.FolderLock;
import io.wisp.dataset.PatientSplit;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.evaluation.Evaluation;
import io.wisp.evaluation.SliceOutcome;
import io.wisp.segmentation.ModelRuns;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.training.RunFolder;
import io.wisp.training.Training.Outcome;
import io.wisp.training.TrainingDiverged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sixteen positive training slices, a teacher that knows little, two rounds of five steps. */
class DistillationTest {
  @TempDir private static Path shared;
  private static Path store;
  private static Path teacher;
  private static TinyDistillation whole;
  private static Outcome outcome;

  @TempDir private Path folder;

  @BeforeAll
  static void distil() {
    store = SquareStore.withMasks(shared);
    teacher = shared.resolve("teacher");
    new TinyRun.Session(TinyRun.settings("train.learning_rate=5.0e-3"), store, teacher).start();
    whole = new TinyDistillation(teacher, store, shared.resolve("whole"));
    outcome = whole.start();
  }

  @Test
  void roundsAreTrainedOneAfterTheOther() {
    assertThat(outcome.finished()).isTrue();
    assertThat(outcome.step()).isEqualTo(10);
    assertThat(outcome.remarks())
        .containsExactly(
            "Round 1: masks of 13 of 16 positive slices of the training patients learned from, the teacher's",
            "Round 2: masks of 13 of 16 positive slices of the training patients learned from, the student's of round 1");
  }

  @Test
  void theFolderIsARunWithTheLastRoundsWeightsAndAllItsLosses() {
    assertThat(whole.out().toFile().list())
        .containsExactlyInAnyOrder(
            "config.yaml",
            "run.json",
            "slices.json",
            "split.csv",
            "metrics.csv",
            "loss.png",
            "weights.safetensors",
            "teacher.yaml",
            "pseudo",
            "pseudo.png",
            "rounds");
    RunFolder run = RunFolder.open(whole.out(), RunKind.STUDENT);
    assertThat(run.lossCurve().points().stream().map(point -> point.step()))
        .containsExactly(2L, 4L, 5L, 7L, 9L, 10L);
    assertThat(whole.bytes("weights.safetensors"))
        .isEqualTo(whole.bytes("rounds/2/weights.safetensors"))
        .isNotEqualTo(whole.bytes("rounds/1/weights.safetensors"));
  }

  @ParameterizedTest
  @CsvSource({
    "masks of round 1, 16",
    "round 1 of 2, 1",
    "round 1 of 2, 4",
    "round 1 of 2, 5",
    "masks of round 2, 16",
    "round 2 of 2, 3"
  })
  void stoppedAndResumedItEqualsTheUninterruptedOne(String title, int done) {
    TinyDistillation stopped = tiny("stopped");
    assertThat(stopped.startAndStopAt(title, done).finished()).isFalse();
    assertThat(stopped.resume().finished()).isTrue();
    assertIsWhole(stopped);
  }

  @Test
  void aStudentThatSomethingWritesToIsLeftAlone() {
    TinyDistillation stopped = tiny("stopped");
    stopped.startAndStopAt("round 1 of 2", 1);
    try (FolderLock lock = FolderLock.in(stopped.out())) {
      for (ThrowingCallable writing :
          List.<ThrowingCallable>of(stopped::start, stopped::resume, stopped::clear)) {
        assertThatThrownBy(writing).isInstanceOf(UserError.class).hasMessageContaining("is in use");
      }
    }
    stopped.resume();
    assertIsWhole(stopped);
  }

  @ParameterizedTest
  @CsvSource({"masks of round 1, 16", "round 1 of 2, 3", "masks of round 2, 16", "round 2 of 2, 3"})
  void afterAPowerCutTheDiskIsEnough(String title, int done) {
    TinyDistillation cut = tiny("cut");
    cut.startAndFailAt(title, done);
    cut.resume();
    assertIsWhole(cut);
  }

  private static void assertIsWhole(TinyDistillation other) {
    assertThat(other.curve()).isEqualTo(whole.curve());
    for (String file : List.of("weights.safetensors", "pseudo/round-1.npy", "pseudo/round-2.npy")) {
      assertThat(other.bytes(file)).as(file).isEqualTo(whole.bytes(file));
    }
  }

  @Test
  void picturesThatCannotBeWrittenCostNoMasks() throws IOException {
    TinyDistillation blocked = tiny("blocked");
    for (String picture : List.of("loss.png", "pseudo.png")) {
      Files.createDirectories(blocked.out().resolve(picture).resolve("in-the-way"));
    }
    assertThat(blocked.start().finished()).isTrue();
    assertIsWhole(blocked);
  }

  @Test
  void aTimeThatIsOverStillBringsTheMasks() {
    TinyDistillation late = tiny("late");
    assertThat(late.start(Duration.ZERO).step()).isZero();
    assertThat(late.out().resolve("pseudo/round-1.npy")).exists();
    late.resume();
    assertIsWhole(late);
  }

  @Test
  void whileALaterRoundIsTrainedTheWeightsAreThoseOfTheRoundThatIsDone() {
    TinyDistillation stopped = tiny("stopped");
    stopped.startAndStopAt("round 2 of 2", 3);
    assertThat(stopped.bytes("weights.safetensors"))
        .isEqualTo(whole.bytes("rounds/1/weights.safetensors"));
  }

  @Test
  void aThirdRoundCanBeAdded() {
    TinyDistillation longer = tiny("longer");
    longer.start();
    Outcome more = longer.resume("student.rounds=3");
    assertThat(more.step()).isEqualTo(15);
    assertThat(longer.bytes("rounds/2/weights.safetensors"))
        .isEqualTo(whole.bytes("weights.safetensors"));
  }

  @Test
  void noMaskMadeByHandIsRead() {
    Path labelsOnly = SquareStore.withLabelsOnly(folder);
    try (SliceStore slices = SliceStore.open(labelsOnly)) {
      assertThat(slices.hasMasks()).isFalse();
    }
    TinyDistillation blind = new TinyDistillation(teacher, labelsOnly, folder.resolve("blind"));
    blind.start();
    assertIsWhole(blind);
  }

  @Test
  void theFirstMasksAreThoseThatAnEvaluationOfTheTeacherScores() {
    try (SliceStore slices = SliceStore.open(store);
        TrainedModel model = TrainedModel.open(teacher, Engine.reference(), List.of())) {
      OutlineRecipe recipe =
          OutlineRecipe.of(
              PerturbationMethod.CDM, RunFolder.open(whole.out(), RunKind.STUDENT).settings());
      List<SliceOutcome> scored =
          new Evaluation(model, slices, Split.TRAIN).run(recipe, Progress.SILENT).slices();
      PseudoMasks masks =
          new StudentFolder(whole.out()).pseudo(slices, ContrastSettings.usual()).open(1);
      assertThat(scored).hasSize(16);
      for (SliceOutcome one : scored) {
        assertThat(Levels.mask(masks.levels(one.record()))).isEqualTo(one.mask());
      }
    }
  }

  @Test
  void slicesWithoutTheObjectAreEmptyAndAlwaysLearnedFrom() {
    try (SliceStore slices = SliceStore.open(store)) {
      PseudoMasks masks =
          new StudentFolder(whole.out()).pseudo(slices, ContrastSettings.usual()).open(2);
      SliceRecord negative =
          slices.slices(Split.TRAIN).stream().filter(s -> s.labelled(0)).findFirst().orElseThrow();
      float[] mask = new float[256];
      java.util.Arrays.fill(mask, 7);
      masks.read(negative, mask, 0);
      assertThat(masks.covers(negative)).isTrue();
      assertThat(mask).containsOnly(0);
    }
  }

  @Test
  void whereTheStudentFindsNothingTheMaskBeforeStays() {
    TinyDistillation blind = tiny("blind", "student.threshold=0.999");
    blind.start();
    assertThat(blind.bytes("pseudo/round-2.npy")).isEqualTo(whole.bytes("pseudo/round-1.npy"));
  }

  @Test
  void softMasksHaveTheSameShapes() {
    TinyDistillation soft = tiny("soft", "student.softness=0.2", "student.rounds=1");
    soft.start();
    try (SliceStore slices = SliceStore.open(store)) {
      PseudoFiles files = new StudentFolder(whole.out()).pseudo(slices, ContrastSettings.usual());
      PseudoMasks hardMasks = files.open(1);
      PseudoMasks softMasks =
          new StudentFolder(soft.out()).pseudo(slices, ContrastSettings.usual()).open(1);
      for (SliceRecord slice : files.slices()) {
        byte[] levels = softMasks.levels(slice);
        assertThat(Levels.mask(levels)).isEqualTo(Levels.mask(hardMasks.levels(slice)));
        assertThat(Byte.toUnsignedInt(levels[0])).isBetween(1, 254);
      }
    }
  }

  @Test
  void theTableTellsWhatSpeaksForEachMask() {
    assertThat(whole.text("pseudo/round-1.csv").lines())
        .hasSize(17)
        .first()
        .isEqualTo("index,case,slice,pixels,contrast,neighbours,confidence,kept");
    assertThat(whole.text("pseudo/round-2.csv").lines().findFirst())
        .contains("index,case,slice,pixels,certainty,agreement,neighbours,confidence,kept");
  }

  @Test
  void aStudentIsEvaluatedByItself() {
    ModelRuns runs = ModelRuns.of(RunKind.STUDENT, whole.out());
    try (SliceStore slices = SliceStore.open(store);
        TrainedModel model = TrainedModel.open(runs, Engine.reference(), List.of())) {
      OutlineRecipe recipe = OutlineRecipe.of(SegmentationMethod.STUDENT, model.settings());
      assertThat(
              new Evaluation(model, slices, Split.TEST).run(recipe, Progress.SILENT).summary().n())
          .isEqualTo(4);
    }
  }

  @Test
  void whatIsThereAlreadyIsNotReplaced() {
    assertThatThrownBy(whole::start)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("resume it, replace it, or choose another folder");
  }

  @Test
  void aRoundThatDivergesEndsIt() {
    TinyDistillation wild = tiny("wild", "student.train.learning_rate=1.0e30");
    assertThatThrownBy(wild::start)
        .isInstanceOf(TrainingDiverged.class)
        .hasMessageContaining("The training in " + wild.out().resolve("rounds/1") + " diverged")
        .hasMessageContaining("student.train.learning_rate=");
  }

  @Test
  void aPatientThatTheTeacherSawMustNotBeHeldOut() throws IOException {
    Path other = copy(store, folder.resolve("other"));
    String split = Files.readString(other.resolve(PatientSplit.FILE));
    String swapped = split.replace("train", "?").replace("test", "train").replace("?", "test");
    Files.writeString(other.resolve(PatientSplit.FILE), swapped);
    TinyDistillation leaking = new TinyDistillation(teacher, other, folder.resolve("leaking"));
    assertThatThrownBy(leaking::start)
        .isInstanceOf(UserError.class)
        .hasMessageContaining(" and 7 others, but the model of ")
        .hasMessageContaining("was trained on this patient");
    assertThat(folder.resolve("leaking")).doesNotExist();
  }

  @Test
  void aStoreThatIsCutOtherwiseIsRefused() throws IOException {
    Path other = copy(store, folder.resolve("other"));
    Path recipe = other.resolve("recipe.json");
    Files.writeString(recipe, Files.readString(recipe).replace("\"flair\"", "\"t2\""));
    TinyDistillation misfit = new TinyDistillation(teacher, other, folder.resolve("misfit"));
    assertThatThrownBy(misfit::start)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("was trained on slices cut as");
  }

  @Test
  void aStoreWithoutPositiveTrainingSlicesIsRefused() throws IOException {
    Path other = copy(store, folder.resolve("other"));
    Path table = other.resolve("slices.csv");
    Files.writeString(table, Files.readString(table).replace(",1,train,", ",0,train,"));
    TinyDistillation empty = new TinyDistillation(teacher, other, folder.resolve("empty"));
    assertThatThrownBy(empty::start)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no training slice with the object");
  }

  /** Label 1 is in slice 1 of a scan, label 2 in slice 5, label 0 in the six others. */
  @Test
  void ofThreeLabelsTheTwoOfTheContrastTeach() {
    Path three = SquareStore.withLabels(folder, 1, 2);
    Path of = folder.resolve("teacher");
    new TinyRun.Session(TinyRun.settings("network.num_classes=3"), three, of).start();
    ContrastSettings contrast = new ContrastSettings(2, 0);
    TinyDistillation student =
        new TinyDistillation(
            of, three, folder.resolve("student"), "contrast.present=2", "student.share_kept=1");
    assertThat(student.start().finished()).isTrue();
    try (SliceStore slices = SliceStore.open(three)) {
      PseudoFiles files = new StudentFolder(student.out()).pseudo(slices, contrast);
      assertThat(files.slices()).hasSize(8).allMatch(slice -> slice.slice() == 5);
      PseudoMasks masks = files.open(2);
      for (SliceRecord slice : slices.slices(Split.TRAIN)) {
        boolean taught = slice.labelled(0) || (slice.labelled(2) && masks.entry(slice).kept());
        assertThat(masks.covers(slice)).as(slice.toString()).isEqualTo(taught);
      }
    }
  }

  @Test
  void ofThreeLabelsTheOneWithoutTheObjectMustBeThere() {
    Path three = SquareStore.withOnesOnlyIn(folder, Split.TEST);
    TinyDistillation student =
        new TinyDistillation(
            teacher,
            three,
            folder.resolve("student"),
            "network.num_classes=3",
            "contrast.absent=1",
            "contrast.present=2");
    assertThatThrownBy(student::start)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no training slice without the object, labelled 1");
  }

  @Test
  void anotherStoreInTheMiddleIsRefused() throws IOException {
    Path other = copy(store, folder.resolve("other"));
    TinyDistillation moved = new TinyDistillation(teacher, other, folder.resolve("moved"));
    moved.startAndStopAt("round 1 of 2", 3);
    Path table = other.resolve("slices.csv");
    Files.writeString(table, Files.readString(table).replaceAll(",case(\\d)", ",patient$1"));
    assertThatThrownBy(moved::resume)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("resume with the store and contrast that it was begun with");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsl", "student"})
  void whatHasLearnedFromMasksIsNoTeacher(String name) {
    assertThatThrownBy(() -> Teacher.of(teacher, Optional.empty(), MapMethod.named(name)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("The method " + name + " cannot be the teacher");
  }

  private TinyDistillation tiny(String name, String... assignments) {
    return new TinyDistillation(teacher, store, folder.resolve(name), assignments);
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (String name : from.toFile().list()) {
      Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    return to;
  }
}
