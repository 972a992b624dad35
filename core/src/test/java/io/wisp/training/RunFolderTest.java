package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.UserError;
import io.wisp.activation.ClassActivationSettings;
import io.wisp.activation.GuidanceSettings;
import io.wisp.activation.PerturbationSettings;
import io.wisp.activation.RunKind;
import io.wisp.base.SettingsTree;
import io.wisp.engine.Engine;
import io.wisp.network.UNetConfig;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.testing.TinyRun.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  void anAssignmentGoesOverAFileAndAFileOverTheRun() throws IOException {
    Path file = Files.writeString(shared.resolve("s.yaml"), "map: {tau: 0.25, draws: 3}\n");
    RunSettings changed =
        folder.settings(new SettingChanges(Optional.of(file), List.of("map.tau=0.5")));
    assertThat(changed.map().tau()).isEqualTo(0.5);
    assertThat(changed.map().draws()).isEqualTo(3);
    assertThat(changed.mask()).isEqualTo(folder.settings().mask());
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
    assertThat(training.curve()).hasSize(2).first().isEqualTo("step,loss,learning_rate,skipped");
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

  /** Its config.yaml has no settings of classifiers and their maps, its run.json no kind. */
  @Test
  void aRunOfTheFirstVersionIsStillRead(@TempDir Path place) throws IOException {
    ObjectNode old = SettingsTree.tree(training.settings());
    old.remove(List.of("classifier", "cg_cdm", "cg_diff", "cam", "segmenter", "fsl"));
    Files.writeString(place.resolve("config.yaml"), SettingsTree.toYaml(old));
    Files.writeString(place.resolve("run.json"), "{\"wisp\": \"0.1.0\"}");
    RunFolder run = RunFolder.open(place, RunKind.DIFFUSION);
    assertThat(run.settings().network()).isEqualTo(training.settings().network());
    assertThat(run.settings().maps().of(ClassActivationSettings.SECTION))
        .isEqualTo(RunSettings.preset("small").maps().of(ClassActivationSettings.SECTION));
    assertThat(run.settings(List.of("cg_cdm.scale=3")).maps().of(GuidanceSettings.SECTION).scale())
        .isEqualTo(3);
  }

  @Test
  void aRunThatDoesNotSayHowItsConditionsWereMadeHasThoseOfItsTime(@TempDir Path place)
      throws IOException {
    ObjectNode old = SettingsTree.tree(training.settings());
    old.withObject("train").remove(List.of("match", "label_dropout", "held_back", "focus"));
    old.withObject("network").remove("position");
    old.withObject("map").remove(List.of("against", "guidance"));
    Files.writeString(place.resolve("config.yaml"), SettingsTree.toYaml(old));
    RunSettings settings = RunFolder.open(place).settings();
    assertThat(settings.network().position()).isEqualTo(UNetConfig.Position.NONE);
    assertThat(settings.train().match()).isEqualTo(TrainSettings.Match.NONE);
    assertThat(settings.train().labelDropout()).isZero();
    assertThat(settings.train().heldBack()).isZero();
    assertThat(settings.train().focus().share()).isZero();
    assertThat(settings.map().guidance()).isEqualTo(1);
    assertThat(settings.map().against()).isEqualTo(PerturbationSettings.Against.ABSENT);
  }

  @Test
  void resumedWithOtherSettingsItKeepsThem(@TempDir Path place) {
    Session first = new Session(training.settings(), training.store(), place.resolve("run"));
    first.start();
    RunFolder run = RunFolder.open(first.run());
    RunSettings longer = run.settings(List.of("train.steps=3", "map.tau=0.5"));
    new Session(longer, training.store(), first.run()).resume();
    assertThat(run.settings()).isEqualTo(longer);
  }

  @Test
  void aNetworkThatTheCheckpointDoesNotFitLeavesTheSettingsAlone() {
    RunSettings before = folder.settings();
    RunSettings wider = folder.settings(List.of("network.model_channels=64"));
    assertThatThrownBy(new Session(wider, training.store(), folder.path())::resume)
        .isInstanceOf(UserError.class);
    assertThat(folder.settings()).isEqualTo(before);
  }
}
