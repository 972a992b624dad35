package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.Progress;
import io.wisp.dataset.Axis;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.SliceRecipe;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuneCommandTest {
  private static final String[] QUICK = {
    "--window=1", "--draws=1", "--trials=map.noise_levels=[30, 60]", "--trials=map.tau=[0.5]"
  };

  @TempDir private static Path shared;
  private static Path store;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void train() throws IOException {
    store = TinyScans.store(shared);
    StringWriter training = new StringWriter();
    List<String> arguments = new ArrayList<>(List.of("train", "diffusion", store.toString()));
    arguments.addAll(List.of("--out", shared.resolve("run").toString()));
    arguments.addAll(TinyModel.options("train.steps=1", "map.noise_levels=[60]", "map.draws=1"));
    assertThat(run(training, training, arguments)).as(training.toString()).isZero();
  }

  @Test
  void whatIsChosenCanBeGivenToEvaluateAndSegment() throws IOException {
    assertThat(tune(store, QUICK)).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("Chosen: map.noise_levels [", "Evidence: AUROC ", "settings.yaml")
        .doesNotContain("Oracle");
    Path settings = folder.resolve("tuned/settings.yaml");
    Files.writeString(settings, "map: {tau: 0.25}\nmask: {smoothing: 0.75}\n");
    List<String> arguments = new ArrayList<>(List.of("evaluate", store.toString()));
    arguments.addAll(List.of("--model", shared.resolve("run").toString()));
    arguments.addAll(List.of("--out", folder.resolve("results").toString()));
    arguments.addAll(List.of("--settings", settings.toString(), "--set", "map.tau=0.5"));
    assertThat(run(out, err, arguments)).as(err.toString()).isZero();
    assertThat(Files.readString(folder.resolve("results/summary.json")))
        .contains("\"tau\" : 0.5", "\"smoothing\" : 0.75");
  }

  @Test
  void anOracleIsComparedOnDemand() {
    List<String> options = new ArrayList<>(List.of(QUICK));
    options.add("--oracle");
    assertThat(tune(store, options.toArray(String[]::new))).as(err.toString()).isZero();
    assertThat(out.toString()).contains("Oracle: mean Dice ");
  }

  @Test
  void aRuleIsTunedWithoutAModel() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("tune", store.toString()));
    arguments.addAll(List.of("--out", folder.resolve("tuned").toString()));
    arguments.addAll(List.of("--method=otsu", "--window=1"));
    assertThat(run(out, err, arguments)).as(err.toString()).isZero();
    assertThat(out.toString()).contains("Chosen: rule.side ", "with the settings before");
    assertThat(Files.readString(folder.resolve("tuned/settings.yaml"))).contains("side:");
    List<String> evaluation = new ArrayList<>(List.of("evaluate", store.toString()));
    evaluation.addAll(List.of("--method=otsu", "--out", folder.resolve("results").toString()));
    evaluation.addAll(List.of("--settings", folder.resolve("tuned/settings.yaml").toString()));
    assertThat(run(out, err, evaluation)).as(err.toString()).isZero();
  }

  @Test
  void anEarlierTuningIsNotReplacedUnasked() throws IOException {
    Files.createDirectories(folder.resolve("tuned"));
    Files.writeString(folder.resolve("tuned/tune.csv"), "");
    assertThat(tune(store, QUICK)).isEqualTo(2);
    assertThat(err.toString()).contains("holds a tuning already: give --overwrite");
  }

  @Test
  void aStoreOfAnotherSizeIsRefused() {
    Preparation.run(
        PrepareOptions.of(shared.resolve("source"), folder.resolve("larger"))
            .withRecipe(SliceRecipe.DEFAULT.withSize(20).withAxis(Axis.Z))
            .withSplit(0.6, 1)
            .withWorkers(1),
        Progress.SILENT);
    assertThat(tune(folder.resolve("larger"), QUICK)).isEqualTo(2);
    assertThat(err.toString())
        .contains("has slices of 20 pixels, but the model of")
        .contains("was trained on 16: prepare it with slices of 16. See `wisp prepare --size`.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--window=0.1 | lies within 0.1 of one without it",
        "--score=magic | There is no score 'magic'; there are: peak, contrast, effect.",
        "--trials=map.tau | The trials map.tau cannot be read: give a name and a list of values",
        "--cases=0 | cases is 0, but must be at least 1.",
        "--method=gradcam | Settings are chosen for cdm, cg-cdm, bright, otsu, bright-volume, but the method is gradcam.",
        "--settings=none.yaml | The settings file none.yaml cannot be read",
      })
  void aMistakeIsASentence(String option, String sentence) {
    assertThat(tune(store, option)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
  }

  private int tune(Path of, String... options) {
    List<String> arguments = new ArrayList<>(List.of("tune", of.toString()));
    arguments.addAll(List.of("--model", shared.resolve("run").toString()));
    arguments.addAll(List.of("--out", folder.resolve("tuned").toString()));
    arguments.addAll(List.of(options));
    return run(out, err, arguments);
  }

  private static int run(StringWriter out, StringWriter err, List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--device=cpu", "--precision=float32", "--progress=never"));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
  }
}
