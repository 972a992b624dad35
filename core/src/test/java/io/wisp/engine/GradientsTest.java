package io.wisp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class GradientsTest {
  @Test
  void eachBlockRestoresWhatWasBefore() {
    assertThat(GradMode.is_enabled()).isTrue();
    try (Gradients off = Gradients.off()) {
      assertThat(GradMode.is_enabled()).isFalse();
      try (Gradients on = Gradients.on()) {
        assertThat(GradMode.is_enabled()).isTrue();
      }
      assertThat(GradMode.is_enabled()).isFalse();
    }
    assertThat(GradMode.is_enabled()).isTrue();
  }

  @Test
  void nothingIsRecordedWhileOff() {
    try (Scope scope = new Scope()) {
      Tensor weight = Tensors.of(new float[] {2}, 1).requires_grad_(true);
      Tensor recorded = weight.mul(weight);
      try (Gradients off = Gradients.off()) {
        assertThat(weight.mul(weight).requires_grad()).isFalse();
      }
      assertThat(recorded.requires_grad()).isTrue();
    }
  }
}
