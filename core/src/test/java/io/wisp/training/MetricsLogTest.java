package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("metrics.csv");
  }

  @Test
  void linesAfterTheCheckpointAreDropped() {
    write(new MetricsLog(file, 0));
    new MetricsLog(file, 20);
    assertThat(file)
        .hasContent(
            "step,loss,learning_rate,skipped,seconds\n10,0.5,1.0E-4,0,1.3\n20,0.25,2.0E-4,2,2.5\n");
  }

  @Test
  void linesAfterTheStepGoneBackToAreDropped() {
    MetricsLog log = new MetricsLog(file, 0);
    write(log);
    log.wentBack(new Divergence(40, Divergence.Cause.LOSS, 20, 0.5));
    log.logged(new MetricsLine(30, 0.25, 1e-4, 0, 5));
    assertThat(MetricsLog.curve(file).points())
        .extracting(point -> point.loss())
        .containsExactly(0.5, 0.25, 0.25);
  }

  @Test
  void aFileThatDoesNotSayWhatWasSkippedIsGoneOnWith() throws IOException {
    Files.writeString(
        file, "step,loss,learning_rate,seconds\n10,0.5,1.0E-4,1.3\n20,0.25,2.0E-4,2.5\n");
    assertThat(MetricsLog.curve(file).points()).hasSize(2);
    new MetricsLog(file, 10);
    assertThat(file).hasContent("step,loss,learning_rate,skipped,seconds\n10,0.5,1.0E-4,0,1.3\n");
  }

  /** Such a line looks like a whole one of the first versions. */
  @Test
  void aLineWhoseEndWasNotWrittenIsDropped() throws IOException {
    write(new MetricsLog(file, 0));
    Files.writeString(file, "40,0.5,2.0E-4,0", StandardOpenOption.APPEND);
    new MetricsLog(file, 40);
    assertThat(MetricsLog.curve(file).points()).hasSize(3);
  }

  @Test
  void joinedLogsCountOn() {
    write(new MetricsLog(file, 0));
    Path both = folder.resolve("both.csv");
    MetricsLog.join(List.of(file, file), both);
    assertThat(both).content().endsWith("\n50,0.25,2.0E-4,2,6.3\n60,0.125,2.0E-4,0,7.6\n");
  }

  @Test
  void theCurveIsWhatWasLogged() {
    write(new MetricsLog(file, 0));
    assertThat(MetricsLog.curve(file).points())
        .extracting(point -> point.loss())
        .containsExactly(0.5, 0.25, 0.125);
  }

  @Test
  void theFileIsTheSameInEveryLanguage() {
    try (Language german = Language.of("de-DE")) {
      write(new MetricsLog(file, 0));
      assertThat(MetricsLog.curve(file).points()).hasSize(3);
    }
  }

  private static void write(MetricsLog log) {
    log.logged(new MetricsLine(10, 0.5, 1e-4, 0, 1.25));
    log.logged(new MetricsLine(20, 0.25, 2e-4, 2, 2.5));
    log.logged(new MetricsLine(30, 0.125, 2e-4, 0, 3.75));
  }
}
