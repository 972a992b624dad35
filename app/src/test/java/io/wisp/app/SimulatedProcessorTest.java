package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.golden.GoldenSuite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Wisp on processors that lack what this one has: LibTorch is told by its own variables to do
 * without. Goldens hold, a training learns, masks are scored; the number format is one that comes
 * out right, and nothing dies.
 */
class SimulatedProcessorTest {
  private static final String UNSET = "unset";

  /** All that depends on the processor; class activation maps ask these networks 2,000 times. */
  private static final List<String> GOLDENS =
      List.of(
          "algorithm1",
          "cgdiff",
          "encoder_adaptive",
          "encoder_attention",
          "unet_basic",
          "unet_paper_like",
          "unet_updown");

  @TempDir private static Path folder;
  private static Path store;
  private static Path goldens;

  @BeforeAll
  static void prepare() throws IOException {
    store = TinyScans.store(folder);
    goldens = Files.createDirectories(folder.resolve("golden"));
    for (String name : GOLDENS) {
      String file = name + ".safetensors";
      try (InputStream in = GoldenSuite.class.getResourceAsStream(file)) {
        Files.copy(in, goldens.resolve(file));
      }
    }
  }

  @ParameterizedTest(name = "oneDNN {0}, ATen {1}")
  @CsvSource({
    "unset, unset",
    "AVX512_CORE_BF16, unset",
    "AVX512_CORE_VNNI, unset",
    "AVX512_CORE, unset",
    "AVX2, unset",
    "SSE41, unset",
    "unset, avx2",
    "unset, default"
  })
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void goldensHoldATrainingLearnsAndMasksAreScored(String oneDnn, String aten) throws Exception {
    Path made = Files.createDirectories(folder.resolve(oneDnn + "-" + aten));

    String log = run(oneDnn, aten, made);

    assertThat(log)
        .contains("\"passes\" : true")
        .contains("exit code of doctor: 0", "exit code of train: 0", "exit code of evaluate: 0")
        .containsPattern("Computing on cpu \\(asked for\\), (bfloat16 \\(all|float32 \\(.)");
    assertThat(log.substring(log.indexOf("exit code of evaluate")))
        .as("asked for bfloat16: it is computed, or refused in a sentence")
        .containsPattern(
            "exit code of train: 0|(?s)bfloat16 comes out wrong.*exit code of train: 2");
    List<Double> losses = losses(made.resolve("run/metrics.csv"));
    assertThat(losses.get(losses.size() - 1)).isLessThan(0.9 * losses.get(0));
    assertThat(made.resolve("results/report.html")).exists();
  }

  private static String run(String oneDnn, String aten, Path made) throws Exception {
    List<String> arguments = List.of(store.toString(), goldens.toString(), made.toString());
    ProcessBuilder builder = WispProcess.of(SimulatedProcessor.class, List.of(), arguments);
    set(builder.environment(), "ONEDNN_MAX_CPU_ISA", oneDnn);
    set(builder.environment(), "ATEN_CPU_CAPABILITY", aten);
    WispProcess process = WispProcess.start(made.resolve("log.txt"), builder);
    assertThat(process.waitFor()).as(process.said()).isZero();
    return process.said();
  }

  private static void set(Map<String, String> environment, String name, String value) {
    if (value.equals(UNSET)) {
      environment.remove(name);
    } else {
      environment.put(name, value);
    }
  }

  private static List<Double> losses(Path metrics) throws IOException {
    return Files.readAllLines(metrics).stream()
        .skip(1)
        .map(line -> Double.parseDouble(line.split(",", -1)[1]))
        .toList();
  }
}
