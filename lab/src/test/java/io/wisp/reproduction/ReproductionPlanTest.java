package io.wisp.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.activation.ClassActivationKind;
import io.wisp.activation.MapMethod;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.RunKind;
import io.wisp.activation.SegmentationMethod;
import io.wisp.base.FolderLock;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.training.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is trained and for how long, and what of an earlier session is kept. */
class ReproductionPlanTest {
  @TempDir private Path folder;

  @Test
  void onlyWhatTheMethodsAskIsTrained() {
    assertThat(plan(2, PerturbationMethod.CDM).kinds()).containsExactly(RunKind.DIFFUSION);
    assertThat(plan(2, ClassActivationKind.LAYERCAM, SegmentationMethod.FSL).kinds())
        .containsExactly(RunKind.CLASSIFIER, RunKind.SEGMENTER);
  }

  @Test
  void aStudentAsksItsTeacherAndComesAfterIt() {
    assertThat(plan(2, SegmentationMethod.STUDENT).kinds())
        .containsExactly(RunKind.DIFFUSION, RunKind.STUDENT);
  }

  @Test
  void aStudentHasTheTimeOfAClassifier() {
    ReproductionPlan plan = plan(2, PerturbationMethod.CG_CDM, SegmentationMethod.STUDENT);
    assertThat(plan.share(RunKind.STUDENT)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void theTimeIsSharedOutAmongAllTrainings() {
    ReproductionPlan plan = plan(2, PerturbationMethod.CG_CDM, SegmentationMethod.FSL);
    assertThat(plan.share(RunKind.DIFFUSION)).isEqualTo(Duration.ofMinutes(30));
    assertThat(plan.share(RunKind.CLASSIFIER)).isEqualTo(Duration.ofMinutes(10));
    assertThat(plan.share(RunKind.SEGMENTER)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void eachRepeatHasSeedsOfItsOwn() {
    ReproductionPlan plan = plan(2, PerturbationMethod.CDM);
    assertThat(plan.settings(1).train().seed()).isEqualTo(7);
    assertThat(plan.settings(2).train().seed()).isEqualTo(8);
    assertThat(plan.settings(2).segmenter().train().seed()).isEqualTo(8);
    assertThat(plan.settings(2).student().train().seed()).isEqualTo(8);
  }

  @Test
  void aTrainingIsOverWhenItsStepsOrItsTimeAre() {
    assertThat(new TrainedRun(10, true, 1).suffices(Training.NO_LIMIT)).isTrue();
    assertThat(new TrainedRun(10, false, 60).suffices(Duration.ofSeconds(60))).isTrue();
    assertThat(new TrainedRun(10, false, 60).suffices(Duration.ofSeconds(61))).isFalse();
  }

  @Test
  void anEvaluationIsKeptForNetworksTrainedAsFar() {
    ReproductionFolder kept = new ReproductionFolder(folder);
    MethodEvaluation evaluation = Evaluations.of(1, PerturbationMethod.CDM, 0.5, 0);
    kept.keep(evaluation);
    OutlineRecipe setting = Evaluations.setting(PerturbationMethod.CDM);
    MethodEvaluation read = kept.evaluation(1, setting, Map.of("diffusion", 5)).orElseThrow();
    assertThat(read.slices()).isEqualTo(evaluation.slices());
    assertThat(read.examples().get(0).image()).isEqualTo(evaluation.examples().get(0).image());
    assertThat(kept.evaluation(1, setting, Map.of("diffusion", 6))).isEmpty();
    assertThat(kept.evaluation(2, setting, Map.of("diffusion", 5))).isEmpty();
  }

  @Test
  void anEvaluationIsKeptForMapsAndMasksMadeAlike() {
    ReproductionFolder kept = new ReproductionFolder(folder);
    kept.keep(Evaluations.of(1, ClassActivationKind.LAYERCAM, 0.5, 0));
    Map<String, Integer> steps = Map.of("diffusion", 5);
    assertThat(kept.evaluation(1, setting("map.tau=0.5"), steps)).isPresent();
    assertThat(kept.evaluation(1, setting("cam.eigen=true"), steps)).isEmpty();
    assertThat(kept.evaluation(1, setting("mask.smoothing=3"), steps)).isEmpty();
  }

  private static OutlineRecipe setting(String assignment) {
    return Evaluations.setting(ClassActivationKind.LAYERCAM, assignment);
  }

  @Test
  void onlyTheTrainingMustBeThatOfTheFolder() throws java.io.IOException {
    ReproductionFolder kept = new ReproductionFolder(folder.resolve("out"));
    kept.claim(plan("demo", "train.seed=7"));
    Files.createDirectories(kept.store(1));
    kept.claim(plan("demo", "train.seed=7", "map.tau=0.5", "mask.smoothing=2"));
    ReproductionPlan other = plan("demo", "train.seed=8");
    assertThatThrownBy(() -> kept.claim(other)).isInstanceOf(UserError.class);
  }

  private static ReproductionPlan plan(String preset, String... assignments) {
    return new ReproductionPlan(
        Study.BRATS,
        Path.of("source"),
        preset,
        List.of(assignments),
        List.of(PerturbationMethod.CDM),
        2,
        Training.NO_LIMIT);
  }

  @Test
  void theFolderOfAnotherPlanIsRefused() throws java.io.IOException {
    ReproductionFolder kept = new ReproductionFolder(folder.resolve("out"));
    kept.claim(plan(2, PerturbationMethod.CDM));
    kept.claim(plan(3, PerturbationMethod.CDM, SegmentationMethod.FSL));
    Files.createDirectories(kept.store(1));
    ReproductionPlan other =
        new ReproductionPlan(
            Study.BRATS,
            Path.of("source"),
            "small",
            List.of("map.tau=0.5"),
            List.of(PerturbationMethod.CDM),
            2,
            Training.NO_LIMIT);
    assertThatThrownBy(() -> kept.claim(other))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("with the preset demo; it cannot go on as one of")
        .hasMessageContaining("with the preset small and map.tau=0.5:");
  }

  @Test
  void aPlanThatCameToNothingMayBeCorrected() {
    ReproductionFolder kept = new ReproductionFolder(folder.resolve("out"));
    kept.claim(plan(1, PerturbationMethod.CDM));
    ReproductionPlan corrected =
        new ReproductionPlan(
            Study.LGG,
            Path.of("the-right-source"),
            "demo",
            List.of(),
            List.of(PerturbationMethod.CDM),
            1,
            Training.NO_LIMIT);
    kept.claim(corrected);
    kept.claim(corrected);
  }

  @Test
  void aFolderThatHoldsItsLockAloneIsFree() {
    try (FolderLock lock = FolderLock.in(folder)) {
      new ReproductionFolder(folder).claim(plan(1, PerturbationMethod.CDM));
    }
    assertThat(folder.toFile().list()).containsExactly(ReproductionFolder.PLAN);
  }

  @Test
  void aFolderOfSomethingElseIsRefused() throws java.io.IOException {
    Files.writeString(folder.resolve("thesis.tex"), "x");
    assertThatThrownBy(() -> new ReproductionFolder(folder).claim(plan(1, PerturbationMethod.CDM)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no reproduction");
  }

  @Test
  void mistakesAreFoundBeforeAnythingIsDone() {
    assertThatThrownBy(() -> plan(0, PerturbationMethod.CDM))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("repeats is 0");
    assertThatThrownBy(() -> plan(1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("No method is asked for");
  }

  private static ReproductionPlan plan(int repeats, MapMethod... methods) {
    return new ReproductionPlan(
        Study.BRATS,
        Path.of("source"),
        "demo",
        List.of(),
        List.of(methods),
        repeats,
        Duration.ofMinutes(100));
  }
}
