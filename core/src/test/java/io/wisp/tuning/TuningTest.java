package io.wisp.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.activation.ClassActivationKind;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.RuleMethod;
import io.wisp.engine.Engine;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.training.RunSettings;
import io.wisp.training.SettingChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningTest {
  @TempDir private static Path folder;
  private static Path withMasks;
  private static Path withoutMasks;
  private static TrainedModel model;
  private static TuningResult blind;

  @BeforeAll
  static void tune() throws IOException {
    withMasks = SquareStore.withMasks(Files.createDirectories(folder.resolve("masks")));
    withoutMasks = SquareStore.withLabelsOnly(Files.createDirectories(folder.resolve("labels")));
    model = TinyTuning.model(withoutMasks, folder.resolve("run"));
    blind = tuning(withoutMasks, plan(TinyTuning.NEXT_SLICE), Optional.empty());
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void aStoreWithoutMasksIsEnough() {
    assertThat(blind.chosen().auroc(ImageScore.EFFECT)).isBetween(0.0, 1.0);
    assertThat(blind.chosen().dice()).isEmpty();
    assertThat(blind.names())
        .extracting(SettingName::name)
        .startsWith("map.noise_levels", "map.tau", "mask.sign");
  }

  @Test
  void eachStepGoesOnFromTheBestOfTheLast() {
    Trial current = blind.start();
    for (TuningStep step : blind.steps()) {
      assertThat(step.trials().get(0)).isEqualTo(current);
      double highest = step.highest().auroc(ImageScore.EFFECT);
      assertThat(step.trials())
          .allMatch(trial -> trial.auroc(ImageScore.EFFECT) <= highest + 1e-12);
      current = step.best();
    }
    assertThat(blind.chosen()).isEqualTo(current);
  }

  @Test
  void theValueThatWasThereStaysUnlessTheGainExceedsItsError() {
    for (TuningStep step : blind.steps()) {
      Trial wanted = step.gain().exceedsItsError() ? step.highest() : step.trials().get(0);
      assertThat(step.best()).isEqualTo(wanted);
      assertThat(step.gains()).hasSameSizeAs(step.trials());
    }
  }

  @Test
  void anOracleDoesNotChangeTheChoice() {
    try (SliceStore store = SliceStore.open(withMasks)) {
      ValidationSlices slices = TinyTuning.slices(withMasks);
      TuningResult seen =
          tuning(withMasks, plan(TinyTuning.NEXT_SLICE), Optional.of(new Oracle(store, slices)));
      assertThat(seen.settings()).isEqualTo(blind.settings());
      OracleComparison oracle = seen.oracle().orElseThrow();
      assertThat(oracle.best().meanDice()).isGreaterThanOrEqualTo(seen.chosen().meanDice());
      assertThat(oracle.agreement()).containsOnlyKeys(ImageScore.values());
      assertThat(oracle.trials()).isGreaterThan(10);
    }
  }

  @Test
  void anOracleNeedsMasks() {
    try (SliceStore store = SliceStore.open(withoutMasks)) {
      assertThatThrownBy(() -> new Oracle(store, TinyTuning.slices(withoutMasks)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("has no masks")
          .hasMessageContaining("leave the oracle out");
    }
  }

  @Test
  void slicesWithoutCounterpartsAreRefusedBeforeAnythingIsComputed() {
    assertThatThrownBy(
            () -> new Tuning(model, TinyTuning.slices(withoutMasks), plan(0.1), Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("lies within 0.1 of one without it");
  }

  @Test
  void labelsChooseTheSideOfARule() throws IOException {
    RunSettings bright = RunSettings.of("small", null, List.of("rule.side=bright"));
    try (SliceStore store = SliceStore.open(withoutMasks);
        TrainedModel none = TrainedModel.untrained(bright, store.recipe(), Engine.reference())) {
      TuningPlan plan =
          new TuningPlan(RuleMethod.BRIGHT, ImageScore.EFFECT, TinyTuning.NEXT_SLICE, 1, List.of());
      TuningResult result =
          new Tuning(none, TinyTuning.slices(withoutMasks), plan, Optional.empty())
              .run(Progress.SILENT);
      assertThat(result.names())
          .extracting(SettingName::name)
          .containsExactly("rule.side", "rule.factor");
      // A square may fill the tissue inside the rim, whose median it then is.
      assertThat(result.settings().at("/rule/side").asText()).isEqualTo("either");
      assertThat(result.chosen().auroc(ImageScore.EFFECT))
          .isGreaterThan(result.start().auroc(ImageScore.EFFECT));
      new TuningFiles(folder.resolve("rule")).write(result);
      assertThat(folder.resolve("rule/factor.png")).exists();
    }
  }

  @Test
  void classActivationMapsAreNotTuned() {
    assertThatThrownBy(
            () -> new TuningPlan(ClassActivationKind.LAYERCAM, ImageScore.PEAK, 0.1, 1, List.of()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Settings are chosen for cdm, cg-cdm, bright, otsu, bright-volume, but the method is layercam.");
  }

  @Test
  void whatIsWrittenLiesOverTheRunsSettingsAndLeavesTheDrawsAlone() {
    TuningFiles files = new TuningFiles(folder.resolve("tuned"));
    assertThat(files.exist()).isFalse();
    files.write(blind);
    assertThat(files.exist()).isTrue();
    RunSettings used =
        model
            .folders()
            .get(0)
            .settings(new SettingChanges(Optional.of(files.settings()), List.of("map.clip=none")));
    assertThat(used.mask()).isEqualTo(blind.chosen().settings().mask());
    assertThat(used.map().noiseLevels()).isEqualTo(blind.chosen().settings().map().noiseLevels());
    assertThat(used.map().draws()).isEqualTo(2);
    assertThat(blind.chosen().settings().map().draws()).isEqualTo(1);
  }

  @Test
  void everyTrialAndEverySliceIsWritten() throws IOException {
    new TuningFiles(folder.resolve("written")).write(blind);
    int trials = blind.steps().stream().mapToInt(step -> step.trials().size()).sum();
    List<String> table = Files.readAllLines(folder.resolve("written/tune.csv"));
    assertThat(table).hasSize(1 + trials);
    assertThat(table.get(0))
        .startsWith("step,best,map.noise_levels,map.tau,mask.sign,")
        .endsWith(",gain,gain_error,dice");
    assertThat(Files.readString(folder.resolve("written/settings.yaml")))
        .contains("# map.tau: ", "# mask.sign: ");
    List<String> confidence = Files.readAllLines(folder.resolve("written/confidence.csv"));
    assertThat(confidence).hasSize(1 + blind.slices().slices().size());
    assertThat(folder.resolve("written/tau.png")).exists();
    assertThat(folder.resolve("written/noise_levels.svg")).exists();
    assertThat(Files.readString(folder.resolve("written/report.html")))
        .contains("AUROC at matched positions", "settings.yaml");
  }

  private static TuningPlan plan(double window) {
    List<Knob> knobs =
        List.of(Knob.parse("map.noise_levels=[30, 90, [30, 90]]"), Knob.parse("map.tau=[0, 0.5]"));
    return new TuningPlan(PerturbationMethod.CDM, ImageScore.EFFECT, window, 1, knobs);
  }

  private static TuningResult tuning(Path store, TuningPlan plan, Optional<Oracle> oracle) {
    return new Tuning(model, TinyTuning.slices(store), plan, oracle).run(Progress.SILENT);
  }
}
