package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.UserError;
import io.wisp.activation.MapEffort;
import io.wisp.activation.PerturbationSettings;
import io.wisp.base.SettingsTree;
import io.wisp.network.UNetConfig;
import io.wisp.network.UNetModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunSettingsTest {
  @ParameterizedTest
  @ValueSource(strings = {"demo", "small", "paper-brats", "paper-chaos"})
  void everyPresetIsValidAndSurvivesItsYaml(String name) {
    RunSettings settings = RunSettings.preset(name);
    String yaml = SettingsTree.toYaml(settings);
    assertThat(RunSettings.of(SettingsTree.parseYaml(yaml, "test"), List.of())).isEqualTo(settings);
  }

  /** Two rows of labels make 149.6 million parameters; the published code has 1000 rows. */
  @ParameterizedTest
  @CsvSource({"2, 149.58", "1000, 150.09"})
  void thePaperPresetHasThePublishedSize(int classes, double millions) {
    RunSettings paper = RunSettings.of("paper", null, List.of("network.num_classes=" + classes));
    assertThat(UNetModel.parameterCount(paper.network()) / 1e6).isEqualTo(millions, within(0.005));
  }

  @Test
  void thePaperPresetMakesMapsInOneStepWhereThePublishedCodeTakesTen() {
    assertThat(RunSettings.preset("paper").map().evaluations()).isEqualTo(2);
    assertThat(RunSettings.of("paper", null, MapEffort.PAPER.assignments()).map())
        .isEqualTo(PerturbationSettings.published());
  }

  @Test
  void anAssignmentGoesOverAFileAndAFileOverAPreset(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("my.yaml"), "train:\n  steps: 5\n  batch: 3\nmap:\n");
    RunSettings settings = RunSettings.of("demo", file, List.of("train.batch=4"));
    assertThat(settings.train().steps()).isEqualTo(5);
    assertThat(settings.train().batch()).isEqualTo(4);
    assertThat(settings.map()).isEqualTo(RunSettings.preset("demo").map());
  }

  @Test
  void aNetworkThatIsTrainedWithoutSomeLabelsCanBeGuided() {
    List<String> guided =
        List.of("train.label_dropout=0.1", "map.guidance=2", "map.against=nothing");
    assertThat(RunSettings.of("demo", null, guided).map().guidance()).isEqualTo(2);
  }

  @Test
  void paperIsStillANameOfThePresetForBrats() {
    assertThat(RunSettings.preset("paper")).isEqualTo(RunSettings.preset("paper-brats"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "small", "paper-brats", "paper-chaos"})
  void everyLineOfAPresetIsExplained(String name) throws IOException {
    try (var stream = RunSettings.class.getResourceAsStream("/io/wisp/presets/" + name + ".yaml")) {
      String text = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(text.lines()).allMatch(line -> line.contains("# "));
    }
  }

  @Test
  void theSegmenterMayBeThePredictorsNetworkWithoutConditions() {
    RunSettings small =
        RunSettings.of("small", null, List.of("segmenter.network.design=predictor"));
    UNetConfig network = (UNetConfig) small.segmenterNetwork();
    assertThat(network.numClasses()).isZero();
    assertThat(network.outChannels()).isEqualTo(1);
    assertThat(network.channelMult())
        .isEqualTo(RunSettings.preset("small").network().channelMult());
  }

  @Test
  void onlyTheNoisePredictorIsToldPositions() {
    RunSettings settings = RunSettings.of("small", null, List.of("network.position=embedding"));
    assertThat(settings.network().position()).isEqualTo(UNetConfig.Position.EMBEDDING);
    assertThat(settings.classifier().network().of(settings.network()).position())
        .isEqualTo(UNetConfig.Position.NONE);
  }

  @Test
  void thePaperPresetHasThePublishedMethods() {
    assertThat(RunSettings.of("paper", null, MapEffort.PAPER.assignments()).maps())
        .isEqualTo(io.wisp.activation.MapSettings.published());
  }

  @Test
  void asPublishedMapsAndMasksAreThePapersAndAllElseStays() {
    RunSettings small = RunSettings.preset("small");
    RunSettings published = small.asPublished();
    assertThat(published.maps()).isEqualTo(io.wisp.activation.MapSettings.published());
    assertThat(published.mask()).isEqualTo(io.wisp.mask.MaskRecipe.published());
    assertThat(published.network()).isEqualTo(small.network());
    assertThat(published.train()).isEqualTo(small.train());
  }

  @Test
  void asPublishedTheLabelsComparedAreStillThoseOfTheRun() {
    RunSettings other = RunSettings.of("demo", null, List.of("network.num_classes=3"));
    RunSettings second = other.with(List.of("contrast.present=2"));
    assertThat(second.asPublished().contrast()).isEqualTo(second.contrast());
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "small", "paper-brats", "paper-chaos"})
  void everyPresetHasAClassifierForItsImages(String name) {
    RunSettings settings = RunSettings.preset(name);
    UNetConfig classifier = settings.classifier().network().of(settings.network());
    assertThat(classifier.imageSize()).isEqualTo(settings.network().imageSize());
    assertThat(classifier.outChannels()).isEqualTo(2);
  }

  @Test
  void aClassifierThatDoesNotFitTheImagesIsRefusedByItsOwnName() {
    RunSettings odd = RunSettings.of("demo", null, List.of("network.image_size=36"));
    assertThatThrownBy(() -> RunSettings.of("small", null, List.of("network.image_size=36")))
        .isInstanceOf(UserError.class);
    ClassifierNetwork deep = RunSettings.preset("small").classifier().network();
    assertThatThrownBy(() -> deep.of(odd.network()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("classifier.network.image_size is 36, but must be divisible by 8");
  }

  @Test
  void settingsOfAnEarlierVersionMakeMapsAndMasksAsTheyDid() {
    ObjectNode tree = SettingsTree.tree(RunSettings.preset("demo"));
    ((ObjectNode) tree.get("map")).remove("flips");
    ((ObjectNode) tree.get("mask")).remove(List.of("drift", "neighbours", "refinement"));
    List<String> off =
        List.of("mask.neighbours=0", "mask.refinement.rule=none", "mask.refinement.radius=2");
    assertThat(RunSettings.of(Presets.completed(tree, "test"), List.of()))
        .isEqualTo(RunSettings.of("demo", null, off));
  }

  @Test
  void aSettingMayStillBeCalledAsInAnEarlierVersion(@TempDir Path folder) throws IOException {
    RunSettings kept = RunSettings.of("demo", null, List.of("student.share_kept=0.6"));
    Path file = Files.writeString(folder.resolve("tuned.yaml"), "student: {confidence: 0.6}");
    assertThat(RunSettings.of("demo", null, List.of("student.confidence=0.6"))).isEqualTo(kept);
    assertThat(RunSettings.of("demo", file, List.of())).isEqualTo(kept);
  }

  @Test
  void anUnknownPresetIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> RunSettings.preset("huge"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "There is no preset 'huge'; there are: demo, small, small-chaos, paper-brats, paper-chaos.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train.stepz=5 | sets train.stepz, which does not exist; there are: steps, batch",
        "network.out_channels=3 | network.out_channels is 3, but 1 input channels and a fixed",
        "diffusion.variance=learned | a learned variance need 2",
        "network.num_classes=1 | network.num_classes is 1, but the method needs at least 2",
        "map.noise_levels=[1000] | map.noise_levels holds 1000, but diffusion.steps is 1000",
        "contrast.present=2 | contrast.present is 2, but network.num_classes is 2: labels go from 0 to 1",
        "contrast.absent=1 | contrast.present and contrast.absent are both 1: the method compares",
        "contrast.absent=-1 | contrast is 1 against -1, but labels are 0 or more",
        "map.guidance=2 | map.guidance is 2.0, but the network always got the label",
        "map.against=nothing | map.against is nothing, but the network always got the label",
        "classifier.train.label_dropout=0.1 | classifier.train.label_dropout is 0.1, but only the",
        "segmenter.train.label_dropout=0.1 | segmenter.train.label_dropout is 0.1, but only the",
        "cg_cdm.scale=-1 | cg_cdm.scale is -1.0, but must be 0 or more",
        "cam.mask_batch=0 | cam.mask_batch is 0, but must be at least 1",
        "classifier.train.steps=0 | (classifier.train): train.steps is 0",
        "student.rounds=0 | student.rounds is 0, but must be at least 1",
        "student.share_kept=0 | student.share_kept is 0.0, but must be above 0, up to 1",
        "student.loss=l1 | student.loss is wrong",
        "student.threshold=1 | student.threshold is 1.0, but must be in [0, 1)",
        "diffusion.steps=1 | diffusion.steps is 1, but a schedule needs at least 2",
      })
  void settingsThatDoNotFitOneAnotherAreRefused(String assignment, String sentence) {
    assertThatThrownBy(() -> RunSettings.of("demo", null, List.of(assignment)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }
}
