package io.wisp.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.engine.Engine;
import io.wisp.testing.GoldenFiles;
import org.junit.jupiter.api.Test;

class MaskChecksTest {
  private static final Engine NOT_NEEDED = null;
  private final Findings findings = new Findings("file", "");

  @Test
  void thresholdsAgreeWithScikitImage() {
    MaskChecks.otsu(golden("otsu.safetensors"), findings);
    assertThat(findings.results()).hasSize(4).allMatch(GoldenResult::passes);
  }

  @Test
  void measuresOfMasksAgreeWithMedpy() {
    MaskChecks.metrics(golden("metrics.safetensors"), findings);
    assertThat(findings.results())
        .extracting(GoldenResult::quantity)
        .containsExactly("dice", "iou", "precision", "recall", "hd95", "hd", "assd");
    assertThat(findings.results()).allSatisfy(r -> assertThat(r.error()).isLessThan(1e-14));
  }

  private static GoldenFile golden(String name) {
    return new GoldenFile(GoldenFiles.read(name), NOT_NEEDED);
  }
}
