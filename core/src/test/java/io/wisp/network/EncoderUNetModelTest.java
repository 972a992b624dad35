package io.wisp.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Precision;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncoderUNetModelTest {
  private static final int SIDE = TinyClassifier.SIDE;

  /** Inference keeps copies of the weights in forms that cannot be differentiated through. */
  @ParameterizedTest
  @EnumSource
  void gradientsAndPlainPassesMayAlternate(Precision precision) {
    try (EncoderUNetModel fresh = TinyClassifier.golden(precision);
        EncoderUNetModel used = TinyClassifier.golden(precision)) {
      float[] logits = logits(used);
      assertThat(gradient(used)).isEqualTo(gradient(fresh));
      assertThat(logits(used)).isEqualTo(logits);
      assertThat(logits(fresh)).isEqualTo(logits);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTapSeesEveryBlockInItsOrder(Precision precision) {
    List<String> passed = new ArrayList<>();
    try (EncoderUNetModel model = TinyClassifier.golden(precision);
        Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      BlockTap tap =
          (block, output) -> {
            passed.add(block);
            return output;
          };
      float[] tapped = Tensors.toFloats(model.forward(images(), timesteps(), tap));
      assertThat(passed).isEqualTo(model.blockNames());
      assertThat(tapped).isEqualTo(logits(model));
    }
  }

  private static float[] logits(EncoderUNetModel model) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      return Tensors.toFloats(model.forward(images(), timesteps()));
    }
  }

  private static float[] gradient(EncoderUNetModel model) {
    try (Scope scope = new Scope();
        Gradients on = Gradients.on()) {
      Tensor x = images().requires_grad_(true);
      Tensor sum = torch.log_softmax(model.forward(x, timesteps()), 1).select(1, 1).sum();
      return Tensors.toFloats(Gradients.of(sum, x));
    }
  }

  private static Tensor timesteps() {
    return Tensors.longs(new int[] {10, 500}, Engine.reference());
  }

  private static Tensor images() {
    float[] pixels = new float[2 * SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) Math.sin(0.3 * i);
    }
    return Tensors.of(pixels, 2, 1, SIDE, SIDE);
  }
}
