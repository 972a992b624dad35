package io.wisp.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ConsoleProgressTest {
  @Test
  void theBarShowsTheTaskTheCountAndTheNote() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Progress progress =
        new ConsoleProgress(new PrintStream(bytes, true, UTF_8), 120).start("Train", 50)) {
      progress.advance(50);
      progress.note("loss 0.125");
    }
    assertThat(bytes.toString(UTF_8)).contains("Train").contains("50/50").contains("loss 0.125");
  }

  @Test
  void withoutATerminalNothingIsDrawn() {
    assertThat(option().bars()).isSameAs(Progress.SILENT);
  }

  @Test
  void barsCanBeAskedFor() {
    assertThat(option("--progress", "always").bars()).isInstanceOf(ConsoleProgress.class);
  }

  private static ProgressOption option(String... arguments) {
    Host host = new Host(new ProgressOption(new Interruption()));
    new CommandLine(host).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return host.progress;
  }

  @CommandLine.Command
  private static final class Host {
    @CommandLine.Mixin private final ProgressOption progress;

    Host(ProgressOption progress) {
      this.progress = progress;
    }
  }
}
