package io.wisp.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.BadSetting;
import io.wisp.UserError;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.RunKind;
import io.wisp.training.RunSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The preset small: 1,200, 600 and 1,200 steps. */
class LearningPlanTest {
  private static final RunSettings SMALL = RunSettings.preset("small");

  @Test
  void whatTheDiffusionModelLeavesIsForTheStudent() {
    LearningPlan plan = hour(PerturbationMethod.CDM).withMasks(0);
    plan = plan.decide(RunKind.DIFFUSION, 0, 1);
    assertThat(plan.stage(RunKind.DIFFUSION).steps()).isEqualTo(201); // 0.95 * 3600 * 0.5 / 0.85
    plan = plan.with(plan.stage(RunKind.DIFFUSION).withSeconds(600));
    assertThat(plan.decide(RunKind.STUDENT, 0, 1).stage(RunKind.STUDENT).steps())
        .isEqualTo(285); // 0.95 * 3000
    assertThat(plan.decide(RunKind.STUDENT, 0, 2).stage(RunKind.STUDENT).steps()).isEqualTo(142);
  }

  @Test
  void timeForTheMasksIsSetAside() {
    LearningPlan plan = hour(PerturbationMethod.CG_CDM).withMasks(1600);
    assertThat(plan.decide(RunKind.DIFFUSION, 0, 1).stage(RunKind.DIFFUSION).steps())
        .isEqualTo(95); // 0.95 * 2000 * 0.5 / 1
    assertThatThrownBy(() -> hour(PerturbationMethod.CDM).withMasks(3000))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("would take 50.0 minutes of the 60.0 given");
  }

  @Property
  void stepsAreAtMostThoseOfTheSettingsAndFitIntoTheTime(
      @ForAll @DoubleRange(min = 0.01, max = 100) double secondsPerStep,
      @ForAll @IntRange(max = 60) int done,
      @ForAll @DoubleRange(max = 4000) double used) {
    LearningPlan begun = hour(PerturbationMethod.CDM, secondsPerStep);
    LearningPlan plan = begun.with(begun.stage(RunKind.DIFFUSION).withSeconds(used));
    int steps = plan.decide(RunKind.STUDENT, done, 1).stage(RunKind.STUDENT).steps();
    int most = RunSettings.preset("small").student().train().steps();
    assertThat(steps).isBetween(Math.min(done, most), most);
    assertThat(Math.max(0, steps - done) * secondsPerStep)
        .isLessThanOrEqualTo(Math.max(360, 3600 - used));
  }

  @Test
  void aClassifierIsTrainedOnlyIfAMethodAsksForIt() {
    assertThat(hour(PerturbationMethod.CDM).kinds())
        .containsExactly(RunKind.DIFFUSION, RunKind.STUDENT);
    assertThat(hour(PerturbationMethod.CG_CDM).kinds())
        .containsExactly(RunKind.DIFFUSION, RunKind.CLASSIFIER, RunKind.STUDENT);
    RunSettings agreeing = SMALL.with(List.of("student.agree=[gradcam]"));
    assertThat(LearningPlan.kinds(agreeing, PerturbationMethod.CDM)).contains(RunKind.CLASSIFIER);
  }

  @Test
  void theWarmUpKeepsItsShareOfTheSteps() {
    LearningPlan plan = hour(PerturbationMethod.CDM).decide(RunKind.STUDENT, 0, 2);
    RunSettings settings = plan.settings(RunKind.STUDENT, SMALL);
    int steps = settings.student().train().steps();
    assertThat(steps).isLessThan(1200);
    assertThat(settings.student().train().warmup()).isEqualTo(Math.round(steps / 5.0));
    assertThat(settings.train()).isEqualTo(SMALL.train());
  }

  @Test
  void noTimeIsNoPlan() {
    assertThatThrownBy(
            () -> LearningPlan.of(SMALL, PerturbationMethod.CDM, Optional.of(Duration.ZERO)))
        .isInstanceOf(BadSetting.class);
  }

  private static LearningPlan hour(PerturbationMethod method) {
    return hour(method, 10);
  }

  private static LearningPlan hour(PerturbationMethod method, double secondsPerStep) {
    LearningPlan plan = LearningPlan.of(SMALL, method, Optional.of(Duration.ofHours(1)));
    return plan.withStages(
        plan.stages().stream().map(stage -> stage.withSecondsPerStep(secondsPerStep)).toList());
  }
}
