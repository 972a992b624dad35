package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

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

class TrainDiffusionCommandTest {
  @TempDir private static Path shared;
  private static Path store;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void prepare() throws IOException {
    store = TinyScans.store(shared);
  }

  @Test
  void trainsAndSaysHowFarItCame() {
    assertThat(train(store, tiny("train.steps=1"))).isZero();
    assertThat(out.toString())
        .contains("Computing on cpu (asked for), float32 (asked for)")
        .containsPattern("Done after 1 of 1 steps and \\d+.\\d minutes of training: ");
    assertThat(folder.resolve("run/weights.safetensors")).exists();
  }

  @Test
  void aRunIsResumedNotStartedOver() {
    assertThat(train(store, tiny("train.steps=1"))).isZero();
    assertThat(train(store, tiny("train.steps=2"))).isEqualTo(2);
    assertThat(err.toString()).contains("See --resume or --out.");
    assertThat(train(store, "--resume", "--set", "train.steps=2")).isZero();
    assertThat(out.toString()).contains("Done after 2 of 2 steps");
  }

  @Test
  void resumingKeepsWhatSetChangesAndRefusesAnotherBeginning() throws IOException {
    assertThat(train(store, tiny("train.steps=1"))).isZero();
    assertThat(train(store, "--resume", "--set", "train.steps=2")).isZero();
    assertThat(Files.readString(folder.resolve("run/config.yaml"))).contains("steps: 2");
    assertThat(train(store, "--resume", "--preset", "demo")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--resume goes on with the settings of")
        .contains("leave out --preset");
    assertThat(train(store, "--resume", "--config", "my.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("leave out --config");
  }

  @Test
  void aStoreThatIsNotThereIsAUsersMistake() {
    assertThat(train(folder.resolve("none"))).isEqualTo(2);
    assertThat(err.toString())
        .contains("none is not a store of slices: prepare one", "See `wisp prepare`.");
  }

  @Test
  void aStoreOfAnotherSizeIsAUsersMistakeWithBothRemedies() {
    assertThat(train(store)).isEqualTo(2);
    assertThat(err.toString())
        .contains("has slices of 16 pixels, but network.image_size is 64")
        .contains(
            "prepare it with slices of 64, or set network.image_size=16. See `wisp prepare --size` or --set.");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--preset=huge | There is no preset 'huge'; there are: demo, small, small-chaos, paper-brats",
        "--set=train.stepz=5 | train.stepz=5 sets train.stepz, which does not exist",
        "--set=train | is not a setting with a value: write name=value, such as train.steps",
        "--set=train.steps=many | train.steps is wrong",
        "--set=train.steps=0 | train.steps is 0, but must be at least 1",
        "--config=none.yaml | none.yaml cannot be read",
        "--max-time=soon | 'soon' is no duration: write 90s, 20m or 1.5h",
        "--threads=0 | threads is 0, but must be at least 1",
        "--resume | is no run folder: it has no config.yaml",
      })
  void aBadOptionIsAUsersMistake(String option, String sentence) {
    assertThat(train(store, option)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aTrainingThatDivergesIsNobodysMistakeButAnError() {
    assertThat(train(store, tiny("train.steps=12", "train.learning_rate=1.0e30"))).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("wisp: The training in " + folder.resolve("run") + " diverged at step 8")
        .contains("--resume --set train.learning_rate=", "--set train.clip=", "wisp doctor")
        .doesNotContain("fault in Wisp", "--precision float32", "unexpected error");
    assertThat(folder.resolve("run/weights.safetensors")).doesNotExist();
    assertThat(train(store, "--resume", "--set", "train.learning_rate=1.0e-4")).isZero();
    assertThat(out.toString()).contains("Done after 12 of 12 steps");
  }

  @Test
  void aBrokenCheckpointIsAUsersMistake() throws IOException {
    assertThat(train(store, tiny("train.steps=1"))).isZero();
    Files.writeString(folder.resolve("run/checkpoint.safetensors"), "not a checkpoint");
    assertThat(train(store, "--resume")).isEqualTo(2);
    assertThat(err.toString()).contains("checkpoint.safetensors");
  }

  private int train(Path slices, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("train", "diffusion", slices.toString(), "--progress=never"));
    arguments.addAll(List.of("--out", folder.resolve("run").toString()));
    arguments.addAll(List.of("--device=cpu", "--precision=float32"));
    arguments.addAll(List.of(options));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
  }

  private static String[] tiny(String... assignments) {
    return TinyModel.options(assignments).toArray(String[]::new);
  }
}
