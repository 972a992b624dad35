package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import org.assertj.core.data.Offset;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** Two channels of two pixels, weighted by hand. */
class ClassActivationKindTest {
  private static final float[] A = {1, 3, 2, -1};
  private static final float[] G = {0.5f, -0.1f, 0.2f, 0.4f};
  private static final Offset<Float> ROUNDING = Offset.offset(1e-5f);

  @Test
  void gradCamWeighsAChannelByTheMeanOfItsGradient() {
    assertWeighted(ClassActivationKind.GRADCAM, 0.2 * 1, 0.2 * 3, 0.3 * 2, 0.3 * -1);
  }

  @Test
  void layerCamWeighsEachPixelByItsPositiveGradient() {
    assertWeighted(ClassActivationKind.LAYERCAM, 0.5 * 1, 0, 0.2 * 2, 0.4 * -1);
  }

  @Test
  void gradCamPlusPlusWeighsPositiveGradientsByAlpha() {
    double first = 0.5 * alpha(0.5, 4);
    double second = 0.2 * alpha(0.2, 1) + 0.4 * alpha(0.4, 1);
    assertWeighted(
        ClassActivationKind.GRADCAM_PLUS_PLUS, first, 3 * first, 2 * second, -1 * second);
  }

  private static double alpha(double g, double sum) {
    return g * g / (2 * g * g + g * g * g * sum + 1e-6);
  }

  private static void assertWeighted(ClassActivationKind kind, double... expected) {
    try (Scope scope = new Scope()) {
      float[] weighted = Tensors.toFloats(kind.weighted(new LayerFeatures(of(A), of(G)), null));
      for (int i = 0; i < expected.length; i++) {
        assertThat(weighted[i]).isCloseTo((float) expected[i], ROUNDING);
      }
    }
  }

  private static Tensor of(float[] values) {
    return Tensors.of(values, 1, 2, 1, 2);
  }
}
