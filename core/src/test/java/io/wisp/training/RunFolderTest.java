package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.engine.Engine;
import io.wisp.slices.SliceStore;
import io.wisp.slices.SquareStore;
import io.wisp.training.TinyRun.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir private static Path shared;
  private static Session training;
  private static RunFolder folder;

  @BeforeAll
  static void train() {
    training =
        new Session(
            TinyRun.settings("train.steps=2"),
            SquareStore.withLabelsOnly(shared),
            shared.resolve("run"));
    training.start();
    folder = RunFolder.open(shared.resolve("run"));
  }

  @Test
  void holdsWhatIsNeededToUseAndToRepeatTheModel() {
    assertThat(folder.path().toFile().list())
        .containsExactlyInAnyOrder(
            "config.yaml",
            "run.json",
            "slices.json",
            "split.csv",
            "metrics.csv",
            "loss.png",
            "samples.png",
            "checkpoint.safetensors",
            "weights.safetensors");
  }

  @Test
  void givesItsSettingsBack() {
    assertThat(folder.settings()).isEqualTo(training.settings());
    assertThat(folder.settings(List.of("map.tau=0.5")).map().tau()).isEqualTo(0.5);
  }

  @Test
  void knowsHowItsSlicesWereCutAndSplit() {
    try (SliceStore store = SliceStore.open(training.store())) {
      assertThat(folder.sliceRecipe()).isEqualTo(store.recipe());
    }
    assertThat(folder.split()).hasSameTextualContentAs(training.store().resolve("split.csv"));
  }

  @Test
  void tellsTheEngineAndTheVersions() {
    assertThat(folder.factsText())
        .contains("\"libtorch\"", "\"java\"", "\"device\" : \"cpu (asked for), float32")
        .contains("\"parameters\" : 755265", "\"store\" : \"store\"");
  }

  @Test
  void hasOneLineOfMetricsAPoint() {
    assertThat(training.curve()).hasSize(2).first().isEqualTo("step,loss,learning_rate");
    assertThat(folder.lossCurve().points()).hasSize(1);
  }

  @Test
  void aFolderWithoutARunIsRefused(@TempDir Path empty) {
    assertThatThrownBy(() -> RunFolder.open(empty))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is no run folder: it has no config.yaml");
  }

  /** Else it could be neither started nor resumed. */
  @Test
  void aBeginningThatFailsLeavesNoRunBehind(@TempDir Path place) throws IOException {
    RunFolder broken = new RunFolder(place.resolve("run"));
    RunFacts facts = RunFacts.of(RunKind.DIFFUSION, Engine.reference(), 1, "store");
    Path missing = place.resolve("missing.csv");
    assertThatThrownBy(
            () -> broken.begin(training.settings(), folder.sliceRecipe(), missing, facts))
        .isInstanceOf(Exception.class);
    assertThat(broken.config()).doesNotExist();
    Files.copy(folder.split(), missing);
    broken.begin(training.settings(), folder.sliceRecipe(), missing, facts);
    assertThat(RunFolder.open(broken.path()).settings()).isEqualTo(training.settings());
  }
}
