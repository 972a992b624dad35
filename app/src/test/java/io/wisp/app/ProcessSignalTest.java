package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wisp.training.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and SIGTERM end a process without a crash of LibTorch, and a training saves before. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "processes have no signals there")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ProcessSignalTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void aTrainingSavesAndLeaves(String signal, int code) throws Exception {
    assumeThat(isIgnored(signal)).as("what starts the tests ignores the signal").isFalse();
    Path store = TinyScans.store(folder);
    Path run = folder.resolve("run");
    List<String> options = TinyModel.options("train.steps=100000", "train.checkpoint_every=100000");
    WispProcess training = WispProcess.train(folder.resolve("log"), store, run, options);
    await(training, run.resolve("metrics.csv"), "\n4,");
    send(signal, training);

    assertThat(training.waitFor()).as(training.said()).isEqualTo(code);
    assertThat(training.said()).contains("wisp: stopping", "Stopped after");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("source", "store", "run", "log");
    assertThat(run.toFile().list()).noneMatch(name -> name.startsWith("."));
    int saved = RunFolder.open(run).trainedSteps();
    assertThat(saved).isPositive();
    WispProcess resumed =
        WispProcess.train(
            folder.resolve("log"),
            store,
            run,
            List.of("--resume", "--set", "train.steps=" + saved));
    assertThat(resumed.waitFor()).as(resumed.said()).isZero();
  }

  @Test
  void whatDoesNotComeOutOfLibTorchEndsWithTheProcess() throws Exception {
    WispProcess computing =
        WispProcess.start(folder.resolve("log"), EndlessComputation.class, List.of());
    await(computing, folder.resolve("log"), "computing");
    send("TERM", computing);
    assertThat(computing.waitFor()).as(computing.said()).isEqualTo(143);
    assertThat(folder.toFile().list()).containsExactly("log");
  }

  /** Seconds of convolutions and their gradients in one call of LibTorch, again and again. */
  static final class EndlessComputation {
    private EndlessComputation() {}

    public static void main(String[] arguments) {
      new Interruption().listen(new PrintWriter(new StringWriter()));
      Tensor images = torch.randn(8, 64, 128, 128);
      Tensor kernels = torch.randn(new long[] {64, 64, 3, 3}, new TensorOptions());
      kernels.requires_grad_(true);
      while (true) {
        try (PointerScope scope = new PointerScope()) {
          Tensor features = images;
          for (int layer = 0; layer < 12; layer++) {
            features = torch.silu(torch.conv2d(features, kernels));
          }
          System.out.println("computing");
          features.sum().backward();
        }
      }
    }
  }

  private static void await(WispProcess process, Path file, String text) throws Exception {
    while (!Files.exists(file) || !Files.readString(file).contains(text)) {
      assertThat(process.process().isAlive()).as(process.said()).isTrue();
      Thread.sleep(20);
    }
  }

  private static void send(String signal, WispProcess process) throws Exception {
    String kill = "kill -%s %s".formatted(signal, process.process().pid());
    assertThat(new ProcessBuilder("sh", "-c", kill).start().waitFor()).isZero();
  }

  /** Shells start background work with SIGINT ignored, and what it starts inherits that. */
  private static boolean isIgnored(String signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    long ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .sum();
    int number = ProcessSignal.valueOf(signal).exitCode() - 128;
    return (ignored >> (number - 1) & 1) == 1;
  }
}
