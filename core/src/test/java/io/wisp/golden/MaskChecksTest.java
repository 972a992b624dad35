package io.wisp.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.GoldenFiles;
import io.wisp.engine.Engine;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskChecksTest {
  private static final Engine NOT_NEEDED = null;

  @Test
  void thresholdsAgreeWithScikitImage() {
    List<GoldenResult> results =
        MaskChecks.otsu("otsu", GoldenFiles.read("otsu.safetensors"), NOT_NEEDED);
    assertThat(results).hasSize(4).allMatch(GoldenResult::passes);
  }

  @Test
  void measuresOfMasksAgreeWithMedpy() {
    List<GoldenResult> results =
        MaskChecks.metrics("metrics", GoldenFiles.read("metrics.safetensors"), NOT_NEEDED);
    assertThat(results)
        .extracting(GoldenResult::quantity)
        .containsExactly("dice", "iou", "precision", "recall", "hd95", "hd", "assd");
    assertThat(results).allSatisfy(r -> assertThat(r.error()).isLessThan(1e-14));
  }
}
