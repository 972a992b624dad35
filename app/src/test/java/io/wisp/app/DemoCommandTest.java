package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void everyStepIsACommandThatAUserCouldType() {
    for (List<String> step : DemoCommand.steps(folder, 3)) {
      String[] arguments = step.toArray(String[]::new);
      assertThatCode(() -> Main.commandLine(new Interruption()).parseArgs(arguments))
          .as(String.join(" ", step))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void theTableHasALineAMethod() throws IOException {
    Path summary = folder.resolve("summary.json");
    Files.writeString(
        summary,
        """
        [ { "setting": { "name": "Student" }, "summary": { "dice": { "mean": 0.5004 } },
            "whole_scans": { "dice": 0.25, "slices": { "healthy": 40, "healthy_outlined": 3 } } },
          { "setting": { "name": "Bright" }, "summary": { "dice": { "mean": 0.125 } },
            "whole_scans": { "dice": 0.0625, "slices": { "healthy": 40, "healthy_outlined": 39 } } } ]
        """);
    assertThat(DemoTable.of(summary).lines().map(line -> line.replaceAll(" {2,}", "|")))
        .containsExactly(
            "held-out patients|Dice, slices|Dice, scans|healthy slices with a mask",
            "Student|0.500|0.250|3 of 40",
            "Bright|0.125|0.063|39 of 40");
  }
}
