package io.wisp.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Language;
import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.activation.PerturbationMethod;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.training.RunSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is scored, by a model of three labels. */
class EvaluationTest {
  @TempDir private static Path folder;
  private static Path threeLabels;
  private static Path run;

  @BeforeAll
  static void train() {
    threeLabels = SquareStore.withLabels(folder.resolve("three"), 1, 2);
    run = folder.resolve("run");
    new TinyRun.Session(
            TinyRun.settings(
                "network.num_classes=3", "train.steps=1", "map.draws=1", "map.noise_levels=[60]"),
            threeLabels,
            run)
        .start();
  }

  @Test
  void slicesWithTheLabelSoughtAreScored() {
    assertThat(scored("contrast.present=2")).isNotEmpty().allMatch(slice -> slice == 5);
    assertThat(scored("contrast.present=1")).isNotEmpty().allMatch(slice -> slice == 1);
  }

  /** Germans write 0,5 where others write 0.5, and Egyptians have digits of their own. */
  @Test
  void whatIsWrittenIsTheSameInEveryLanguage(@TempDir Path other) {
    List<String> others = List.of("de-DE", "ar-EG-u-nu-arab");
    try (TrainedModel model = TrainedModel.open(run, Engine.reference(), List.of());
        SliceStore slices = SliceStore.open(threeLabels)) {
      Evaluation evaluation = new Evaluation(model, slices, Split.TEST);
      OutlineRecipe recipe = OutlineRecipe.of(PerturbationMethod.CDM, model.settings());
      RecipeResult result =
          evaluation
              .run(recipe, Progress.SILENT)
              .withScans(evaluation.scans(recipe, ScanSlices.ALL, Progress.SILENT));
      EvaluationScope scope = new EvaluationScope("squares", Split.TEST, 0.05);
      for (String language : List.of("en-US", others.get(0), others.get(1))) {
        try (Language spoken = Language.of(language)) {
          new EvaluationFiles(other.resolve(language)).write(model, scope, List.of(result));
        }
      }
    }
    for (String file :
        List.of(
            "report.html",
            "slices.csv",
            "volumes.csv",
            "scans.csv",
            "comparisons.csv",
            "summary.json")) {
      for (String language : others) {
        assertThat(other.resolve(language).resolve(file))
            .hasSameTextualContentAs(other.resolve("en-US").resolve(file));
      }
    }
  }

  @Test
  void aLabelThatTheStoreDoesNotKnowIsRefused(@TempDir Path other) {
    Path twoLabels = SquareStore.withMasks(other);
    assertThatThrownBy(() -> evaluate(twoLabels, "contrast.present=2"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "has labels from 0 to 1, but contrast.present is 2: set it to one of");
  }

  @Test
  void aLabelThatNoHeldOutSliceCarriesIsRefused(@TempDir Path other) {
    Path withGap = SquareStore.withOnesOnlyIn(other, Split.TRAIN);
    assertThatThrownBy(() -> evaluate(withGap, "contrast.present=1"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no slice labelled 1 among its test patients: prepare it");
  }

  @Test
  void aLabelThatTheNetworkDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> evaluate(threeLabels, "contrast.present=3"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("contrast.present is 3, but network.num_classes is 3");
  }

  @Test
  void mapsThatServeTwoSettingsGiveEachWhatItsOwnWould() {
    try (TrainedModel model = TrainedModel.open(run, Engine.reference(), List.of());
        SliceStore slices = SliceStore.open(threeLabels)) {
      RunSettings settings = model.settings();
      OutlineRecipe plain = OutlineRecipe.of(PerturbationMethod.CDM, settings);
      OutlineRecipe smoother =
          OutlineRecipe.of(PerturbationMethod.CDM, settings.with(List.of("mask.smoothing=3")));
      OutlineRecipe other =
          OutlineRecipe.of(PerturbationMethod.CDM, settings.with(List.of("map.noise_levels=[90]")));
      Evaluation shared = new Evaluation(model, slices, Split.TEST);
      for (OutlineRecipe recipe : List.of(plain, smoother, other, plain)) {
        assertThat(maps(shared, recipe))
            .isDeepEqualTo(maps(new Evaluation(model, slices, Split.TEST), recipe));
      }
    }
  }

  /** The map as each mask was cut from it. */
  private static float[][] maps(Evaluation evaluation, OutlineRecipe recipe) {
    return evaluation.run(recipe, Progress.SILENT).slices().stream()
        .map(SliceOutcome::map)
        .toArray(float[][]::new);
  }

  private static List<Integer> scored(String setting) {
    return evaluate(threeLabels, setting).slices().stream()
        .map(outcome -> outcome.record().slice())
        .toList();
  }

  private static RecipeResult evaluate(Path store, String setting) {
    try (TrainedModel model = TrainedModel.open(run, Engine.reference(), List.of(setting));
        SliceStore slices = SliceStore.open(store)) {
      return new Evaluation(model, slices, Split.TEST)
          .run(OutlineRecipe.of(PerturbationMethod.CDM, model.settings()), Progress.SILENT);
    }
  }
}
