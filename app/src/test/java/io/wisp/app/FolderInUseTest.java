package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.base.FolderLock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two commands never write to one folder at once. */
class FolderInUseTest {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aRunThatIsTrainedIsReadButNotTrainedByAnotherProcess() throws Exception {
    Path store = TinyScans.store(folder);
    Path run = folder.resolve("run");
    List<String> endless = TinyModel.options("train.steps=100000");
    endless.add("--threads=1"); // the other processor is for those who look on
    WispProcess first = train("first", store, endless);
    while (!Files.exists(run.resolve("weights.safetensors"))) {
      assertThat(first.process().isAlive()).as(first.said()).isTrue();
      Thread.sleep(20);
    }

    WispProcess second = train("second", store, List.of("--resume"));
    assertThat(second.waitFor()).isEqualTo(2);
    assertThat(second.said())
        .contains("The folder %s is in use: process %s on ".formatted(run, first.process().pid()))
        .contains("Wait until that ends, stop it, or choose another folder.");
    String model = run.toString();
    assertThat(run("evaluate", store, "--model", model, "--out", folder.resolve("results")))
        .as(err.toString())
        .isZero();

    first.kill();
    WispProcess third = train("third", store, List.of("--resume", "--max-time=1s"));
    assertThat(third.waitFor()).as(third.said()).isZero();
    assertThat(run.resolve(".lock")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluate store --model run --out OUT",
        "segment scan.nii --model run --out OUT",
        "tune store --model run --out OUT",
        "ablate store --model run --vary tau --values 0 --out OUT",
        "reproduce brats source --preset demo --out OUT",
      })
  void whatWritesResultsOverALongTimeKeepsTheirFolder(String command) {
    Path out = folder.resolve("out");
    try (FolderLock lock = FolderLock.in(out)) {
      assertThat(run((Object[]) command.replace("OUT", out.toString()).split(" "))).isEqualTo(2);
    }
    assertThat(err.toString()).contains("wisp: The folder " + out + " is in use");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prepare source OUT", "demo --overwrite --out OUT"})
  void whatReplacesAFolderKeepsItsPlace(String command) {
    Path out = folder.resolve("out");
    try (FolderLock lock = FolderLock.beside(out)) {
      assertThat(run((Object[]) command.replace("OUT", out.toString()).split(" "))).isEqualTo(2);
    }
    assertThat(err.toString()).contains("wisp: The folder " + out + " is in use");
  }

  private int run(Object... arguments) {
    String[] texts =
        java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return Main.run(nowhere, new PrintWriter(err, true), texts);
  }

  private WispProcess train(String name, Path store, List<String> options) throws Exception {
    return WispProcess.train(folder.resolve(name + ".log"), store, folder.resolve("run"), options);
  }
}
