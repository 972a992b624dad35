package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wisp.weights.NamedArray;
import io.wisp.weights.Safetensors;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aHealthyMachinePassesThePlainCheck() {
    assertThat(run()).as(out.toString()).isZero();

    assertThat(out.toString())
        .contains("LibTorch", "Processor", "CUDA", "Computes on", "Memory")
        .containsPattern("unet_basic.safetensors +output +float32 +\\S+ +1.0e-04 +ok")
        .contains("results lie within their bounds");
  }

  @Test
  void jsonSaysTheSameToPrograms() throws IOException {
    threshold(0.5);
    Files.writeString(folder.resolve("broken.safetensors"), "no tensors");

    assertThat(runOnFolder("--json", "--device", "cpu")).isEqualTo(1);

    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.get("device").asText()).isEqualTo("cpu");
    assertThat(report.get("precision").asText()).isEqualTo("float32");
    assertThat(report.get("memory").asLong()).isPositive();
    assertThat(report.get("passes").asBoolean()).isFalse();
    assertThat(report.get("results")).hasSize(2);
    assertThat(report.at("/results/0/error").isNull()).isTrue();
    assertThat(report.at("/results/0/note").asText()).contains("broken.safetensors");
    assertThat(report.at("/results/1/error").asDouble()).isZero();
    assertThat(report.at("/results/1/passes").asBoolean()).isTrue();
  }

  @Test
  void aRightValuePasses() {
    threshold(0.5);

    assertThat(runOnFolder()).as(err.toString()).isZero();
  }

  @Test
  void aWrongValueIsExitCode1() {
    threshold(0.4);

    assertThat(runOnFolder()).isEqualTo(1);
    assertThat(out.toString()).contains("FAIL").contains("1 of 1 results FAIL");
  }

  @Test
  void aDamagedFileFailsWithASentence() throws IOException {
    Files.writeString(folder.resolve("broken.safetensors"), "no tensors");

    assertThat(runOnFolder()).isEqualTo(1);
    assertThat(out.toString()).contains("FAIL: ").contains("is not a valid safetensors file");
  }

  @Test
  void anEmptyFolderIsExitCode2() {
    assertThat(runOnFolder()).isEqualTo(2);
    assertThat(err.toString()).contains("holds no golden file");
  }

  /** A golden file about a constant picture, of which Otsu's threshold is the constant 0.5. */
  private void threshold(double expected) {
    Safetensors.write(
        folder.resolve("otsu.safetensors"),
        Map.of("kind", "otsu"),
        List.of(
            NamedArray.ofFloats("map0", new float[] {0.5f, 0.5f}, 2),
            NamedArray.ofDoubles("otsu0", new double[] {expected})));
  }

  /** In float32, so that the layers of the presets are not proved each time. */
  private int runOnFolder(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("--golden", folder.toString(), "--precision", "float32"));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "doctor";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
