package io.wisp.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.StopSignal;
import io.wisp.UserError;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.golden.GoldenSuite.Outcome;
import io.wisp.network.UNetModel;
import io.wisp.testing.GoldenFiles;
import io.wisp.weights.NamedArray;
import io.wisp.weights.Safetensors;
import io.wisp.weights.TensorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as users may have them. */
class GoldenFolderTest {
  private static final Engine ENGINE = Engine.reference();
  @TempDir private Path folder;

  @Test
  void aWrongValueFails() {
    TensorFile otsu = GoldenFiles.read("otsu.safetensors");
    List<NamedArray> tensors = new ArrayList<>(otsu.tensors().values());
    tensors.removeIf(tensor -> tensor.name().equals("otsu1"));
    tensors.add(NamedArray.ofDoubles("otsu1", new double[] {0.9}));
    write("otsu", otsu.metadata(), tensors);

    Outcome outcome = run();

    assertThat(outcome.results())
        .filteredOn(result -> !result.passes())
        .extracting(GoldenResult::quantity)
        .containsExactly("otsu1");
  }

  @Test
  void aStopEndsItBeforeTheNextFile() throws IOException {
    copy("schedule");
    StopSignal stop = new StopSignal();
    stop.request();

    assertThatThrownBy(() -> GoldenSuite.run(folder, ENGINE, stop))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aDamagedFileFailsAndDoesNotHideTheOthers() throws IOException {
    copy("schedule");
    byte[] whole = Files.readAllBytes(GoldenFiles.shipped().resolve("otsu.safetensors"));
    Files.write(folder.resolve("otsu.safetensors"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.resolve("schedule.pt"), new byte[] {1, 2, 3});

    Outcome outcome = run();

    assertThat(outcome.failures()).isEqualTo(1);
    assertThat(outcome.results().get(0).note().orElseThrow()).contains("cut short");
    assertThat(outcome.results()).hasSize(9);
  }

  @Test
  void aDamagedCheckpointFails() throws IOException {
    copy("unet_basic");
    Files.write(folder.resolve("unet_basic.pt"), new byte[] {1, 2, 3});

    Outcome outcome = run();

    assertThat(outcome.failures()).isEqualTo(1);
    assertThat(outcome.results().get(0).quantity()).isEqualTo("state dict: file");
  }

  @Test
  void aFileOfAnUnknownKindIsSkippedByName() throws IOException {
    copy("schedule");
    write("weather", Map.of("kind", "clouds"), List.of());
    write("plain", Map.of(), List.of());

    assertThat(run().skipped())
        .containsExactly(
            new GoldenSkip("plain.safetensors", "no kind", "Wisp does not know this kind"),
            new GoldenSkip("weather.safetensors", "clouds", "Wisp does not know this kind"));
  }

  @Test
  void aFolderWithNothingToCheckIsTheUsersMistake() {
    assertThatThrownBy(this::run).isInstanceOf(UserError.class).hasMessageContaining("none");
    write("weather", Map.of("kind", "clouds"), List.of());
    assertThatThrownBy(this::run).isInstanceOf(UserError.class).hasMessageContaining("clouds");
    folder = folder.resolve("absent");
    assertThatThrownBy(this::run).isInstanceOf(UserError.class).hasMessageContaining("absent");
  }

  @Test
  void aMissingNetworkIsSaid() throws IOException {
    copy("algorithm1");

    assertThat(run().results().get(0).note().orElseThrow())
        .contains("unet_basic.safetensors")
        .contains("not beside it");
  }

  @Test
  void tensorsThatDoNotFitTogetherFail() {
    TensorFile basic = GoldenFiles.read("unet_basic.safetensors");
    List<NamedArray> tensors = new ArrayList<>(basic.tensors().values());
    tensors.removeIf(tensor -> tensor.name().equals("x"));
    tensors.add(NamedArray.ofFloats("x", new float[75], 1, 3, 5, 5));
    write("unet", basic.metadata(), tensors);

    assertThat(run().results().get(0).note().orElseThrow()).contains("do not fit together");
  }

  @Test
  void aNetworkWithoutConditionMayLeaveOutOrNullWhatItDoesNotUse() throws IOException {
    String config =
        """
        {"image_size": 8, "in_channels": 1, "model_channels": 32, "out_channels": 1,
         "num_res_blocks": 1, "attention_resolutions": [], "channel_mult": [1, 2],
         "num_classes": null, "dropout": 0, "use_fp16": false, "dims": 2}""";
    float[] x = new float[64];
    x[9] = 1;
    NamedArray output = NamedArray.ofFloats("output", output(config, x), 1, 1, 8, 8);
    write(
        "unconditional",
        Map.of("kind", "UNetModel", "config", config),
        List.of(
            NamedArray.ofFloats("x", x, 1, 1, 8, 8),
            NamedArray.ofLongs("t", new long[] {3}, 1),
            output));

    assertThat(run().results()).hasSize(1).allMatch(GoldenResult::passes);
  }

  @Test
  void aDiffusionFileMayHoldOnlySomeQuantities() throws IOException {
    copy("unet_basic");
    TensorFile whole = GoldenFiles.read("diffusion.safetensors");
    Map<String, String> metadata = new HashMap<>(whole.metadata());
    metadata.remove("learned_model");
    List<NamedArray> some = new ArrayList<>(whole.tensors().values());
    some.removeIf(tensor -> tensor.name().matches(".*(learned|hybrid|reverse).*"));
    write("some", metadata, some);

    assertThat(run().results())
        .filteredOn(result -> result.file().startsWith("some"))
        .allMatch(GoldenResult::passes)
        .extracting(GoldenResult::quantity)
        .containsExactly("x_t", "ddim_clip_False", "ddim_clip_True", "loss_mse");
  }

  private static float[] output(String config, float[] x) throws IOException {
    var network = PublishedConfig.read(io.wisp.base.SettingsTree.JSON.readTree(config), "the test");
    try (Scope scope = new Scope();
        Gradients off = Gradients.off();
        UNetModel model = UNetModel.golden(network, ENGINE)) {
      long[] t = {3};
      return Tensors.toFloats(model.forward(Tensors.of(x, 1, 1, 8, 8), Tensors.of(t, 1), null));
    }
  }

  private Outcome run() {
    return GoldenSuite.run(folder, ENGINE, new StopSignal());
  }

  private void copy(String name) throws IOException {
    String file = name + ".safetensors";
    Files.copy(GoldenFiles.shipped().resolve(file), folder.resolve(file));
  }

  private void write(String name, Map<String, String> metadata, List<NamedArray> tensors) {
    Safetensors.write(folder.resolve(name + ".safetensors"), metadata, tensors);
  }
}
