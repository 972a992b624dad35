package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a command does that was asked to end. */
class InterruptionTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Interruption interruption = new Interruption();

  @Test
  void onlyTheFirstSignalCounts() {
    assertThat(interruption.exitCode()).isEmpty();
    assertThat(interruption.request(ProcessSignal.INT)).isTrue();
    assertThat(interruption.request(ProcessSignal.TERM)).isFalse();
    assertThat(interruption.exitCode()).hasValue(130);
  }

  @Test
  void whoHasLeftIsNotAsked() {
    interruption.leave();
    assertThat(interruption.request(ProcessSignal.TERM)).isFalse();
    assertThat(interruption.exitCode()).isEmpty();
  }

  @Test
  void aStoreInTheMakingIsRemoved() throws IOException {
    TinyScans.brats(folder.resolve("source"), "a", "b");
    interruption.request(ProcessSignal.TERM);
    assertThat(run("prepare", folder.resolve("source"), folder.resolve("store"))).isEqualTo(143);
    assertThat(folder.toFile().list()).containsExactly("source");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aTrainingIsNotBegun() throws IOException {
    Path store = TinyScans.store(folder);
    interruption.request(ProcessSignal.INT);
    Path run = folder.resolve("run");
    List<Object> arguments = new ArrayList<>(List.of("train", "segmenter", store, "--out", run));
    arguments.addAll(TinyModel.options());
    assertThat(run(arguments.toArray())).as(err.toString()).isEqualTo(130);
    assertThat(run).doesNotExist();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theDemoDoesNotGoOnToItsNextStep() {
    interruption.request(ProcessSignal.TERM);
    assertThat(run("demo", "--out", folder.resolve("demo"))).isEqualTo(143);
    assertThat(out.toString()).contains("$ wisp phantom").doesNotContain("$ wisp prepare");
    assertThat(Files.exists(folder.resolve("demo/store"))).isFalse();
  }

  @Test
  void theDoctorChecksNoFurther() {
    interruption.request(ProcessSignal.INT);
    assertThat(run("doctor", "--device", "cpu", "--precision", "bfloat16")).isEqualTo(130);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  private int run(Object... arguments) {
    CommandLine line =
        Main.commandLine(interruption)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return Main.run(line, Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }
}
