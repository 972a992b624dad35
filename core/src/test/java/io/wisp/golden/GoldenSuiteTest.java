package io.wisp.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.engine.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GoldenSuiteTest {
  @Test
  void all() {
    var outcome = GoldenSuite.run(Path.of("/work/shared/golden"), Engine.reference());
    outcome.results().forEach(r -> System.err.println(r + " " + r.passes()));
    assertThat(outcome.passes()).isTrue();
  }
}
