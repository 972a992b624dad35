package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.Language;
import java.nio.file.Path;
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
        .hasContent("step,loss,learning_rate,seconds\n10,0.5,1.0E-4,1.3\n20,0.25,2.0E-4,2.5\n");
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
    log.logged(new MetricsLine(10, 0.5, 1e-4, 1.25));
    log.logged(new MetricsLine(20, 0.25, 2e-4, 2.5));
    log.logged(new MetricsLine(30, 0.125, 2e-4, 3.75));
  }
}
