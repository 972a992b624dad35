package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of a training loses no more than one checkpoint interval. */
class KilledTrainingTest {
  @TempDir private Path folder;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aKilledTrainingResumedEqualsTheUninterruptedOne() throws Exception {
    Path store = TinyScans.store(folder);
    WispProcess killed = train(store, "killed", TinyModel.options("train.steps=40"));
    awaitLines(killed, 4);
    killed.kill();
    assertThat(lines("killed").size()).as("lines of metrics when killed").isLessThan(11);

    assertThat(train(store, "killed", List.of("--resume")).waitFor()).isZero();
    assertThat(train(store, "whole", TinyModel.options("train.steps=40")).waitFor()).isZero();

    assertThat(lines("killed")).isEqualTo(lines("whole"));
    assertThat(run("killed").resolve("weights.safetensors"))
        .hasSameBinaryContentAs(run("whole").resolve("weights.safetensors"));
  }

  /** Waits for lines of metrics: the fourth is of step 16, after the second checkpoint. */
  private void awaitLines(WispProcess training, int count) throws Exception {
    while (lines("killed").size() <= count) {
      assertThat(training.process().isAlive()).as("the training is still on its way").isTrue();
      Thread.sleep(5);
    }
  }

  /** The lines of metrics without the seconds. */
  private List<String> lines(String name) throws IOException {
    Path metrics = run(name).resolve("metrics.csv");
    if (!Files.exists(metrics)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(metrics)) {
      return lines.map(line -> line.replaceFirst(",[^,]*$", "")).toList();
    }
  }

  private Path run(String name) {
    return folder.resolve(name);
  }

  private WispProcess train(Path store, String name, List<String> options) throws IOException {
    return WispProcess.train(folder.resolve(name + ".log"), store, run(name), options);
  }
}
