package io.wisp.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wisp.StopSignal;
import io.wisp.engine.Engine;
import io.wisp.engine.Precision;
import io.wisp.golden.GoldenSuite.Outcome;
import io.wisp.testing.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenSuiteTest {
  private static Outcome shipped;

  @BeforeAll
  static void runOnce() {
    shipped = GoldenSuite.runShipped(Engine.reference().with(Precision.BFLOAT16), new StopSignal());
  }

  @Test
  void theShippedSetHolds() {
    assertThat(shipped.results()).allMatch(GoldenResult::passes);
  }

  @Test
  void everyShippedFileIsComparedInTheOrderOfNames() {
    assertThat(shipped.results().stream().map(GoldenResult::file).distinct().toList())
        .isEqualTo(ShippedGoldens.NAMES);
  }

  @Test
  void theShippedSetIsAllThatLiesAmongTheResources() throws IOException {
    try (Stream<Path> files = Files.list(GoldenFiles.shipped())) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertThat(names).filteredOn(n -> n.contains("safetensors")).isEqualTo(ShippedGoldens.NAMES);
    }
  }

  @Test
  void inBfloat16TheNetworksAreCheckedOnceMore() {
    assertThat(shipped.results())
        .filteredOn(r -> r.precision().equals(Optional.of(Precision.BFLOAT16)))
        .extracting(r -> r.file() + " " + r.quantity())
        .containsExactly(
            "encoder_adaptive.safetensors logits",
            "encoder_adaptive.safetensors grad_log_p_y1",
            "encoder_attention.safetensors logits",
            "encoder_attention.safetensors grad_log_p_y1",
            "unet_basic.safetensors output",
            "unet_paper_like.safetensors output",
            "unet_updown.safetensors output");
  }

  @Test
  void nothingIsLeftOut() {
    assertThat(shipped.skipped()).isEmpty();
  }

  @Test
  void allGoldenFilesHoldWhereTheyAreAtHand(@TempDir Path others) throws IOException {
    Optional<Path> folder = GoldenFiles.all();
    assumeTrue(folder.isPresent(), GoldenFiles.NOT_FOUND);
    copyAllButShipped(folder.orElseThrow(), others);

    Outcome outcome = GoldenSuite.run(others, Engine.reference(), new StopSignal());

    assertThat(outcome.results()).allMatch(GoldenResult::passes);
    assertThat(outcome.results()).extracting(GoldenResult::quantity).contains("state dict: output");
  }

  /** Those that differ from the shipped ones, which hold already, and checkpoints with theirs. */
  private static void copyAllButShipped(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        Path same = GoldenFiles.shipped().resolve(name);
        boolean checkpoint = Files.exists(from.resolve(name.replaceFirst("[.]\\w+$", ".pt")));
        if (checkpoint || !Files.exists(same) || Files.mismatch(file, same) >= 0) {
          Files.copy(file, to.resolve(name));
        }
      }
    }
  }
}
