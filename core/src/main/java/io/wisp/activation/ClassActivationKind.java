package io.wisp.activation;

import io.wisp.engine.Tensors;
import java.util.List;
import java.util.Set;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * How the activations A_k of a block (channels k, pixels ij) are weighted by their share in the
 * score S of a class. The map is the sum over k of the terms given here; g = ∂S/∂A.
 */
public enum ClassActivationKind implements MapMethod {
  /** Selvaraju et al. 2017: w_k A_k, w_k the mean over ij of g. */
  GRADCAM("gradcam", "GradCAM") {
    @Override
    Tensor weighted(LayerFeatures features, MaskScores scores) {
      return features.activations().mul(meanOfPixels(features.gradients()));
    }
  },
  /**
   * Chattopadhay et al. 2018: w_k A_k, w_k = Σ_ij α relu(g), α = g² / (2 g² + g³ Σ_ij A_k + 1e-6).
   */
  GRADCAM_PLUS_PLUS("gradcam++", "GradCAM++") {
    @Override
    Tensor weighted(LayerFeatures features, MaskScores scores) {
      Tensor a = features.activations();
      Tensor g = features.gradients();
      Tensor squared = g.square();
      Tensor denominator =
          squared
              .mul(Tensors.scalar(2))
              .add(squared.mul(g).mul(sumOfPixels(a)))
              .add(Tensors.scalar(EPSILON));
      return a.mul(sumOfPixels(g.relu().mul(squared.div(denominator))));
    }
  },
  /**
   * Wang et al. 2020: w_k A_k, w = softmax over k of the score of the image times A_k, upsampled
   * and scaled to [0, 1].
   */
  SCORECAM("scorecam", "ScoreCAM") {
    @Override
    Tensor weighted(LayerFeatures features, MaskScores scores) {
      Tensor weights = scores.of(features.activations()).softmax(1);
      return features.activations().mul(weights.unsqueeze(-1).unsqueeze(-1));
    }
  },
  /** Jiang et al. 2021: relu(g) A, pixel by pixel. */
  LAYERCAM("layercam", "LayerCAM") {
    @Override
    Tensor weighted(LayerFeatures features, MaskScores scores) {
      return features.gradients().relu().mul(features.activations());
    }
  };

  private static final double EPSILON = 1e-6;

  @SuppressWarnings("ImmutableEnumChecker") // a record of List.of and Set.of
  private final MethodDescription description;

  ClassActivationKind(String name, String title) {
    description =
        new MethodDescription(
            name,
            title,
            MethodType.CAM,
            Set.of(RunKind.CLASSIFIER),
            List.of(ClassActivationSettings.SECTION),
            "");
  }

  /**
   * The weighted activations, [N, C, h, w].
   *
   * @param scores classifies masked images, for kinds that need it
   */
  abstract Tensor weighted(LayerFeatures features, MaskScores scores);

  private static Tensor meanOfPixels(Tensor x) {
    return x.mean(new long[] {2, 3}, true, new ScalarTypeOptional());
  }

  private static Tensor sumOfPixels(Tensor x) {
    return x.sum(new long[] {2, 3}, true, new ScalarTypeOptional());
  }

  @Override
  public MethodDescription description() {
    return description;
  }

  @Override
  public ActivationMethod make(MethodInputs inputs) {
    return new ClassActivation(
        inputs.classifier(),
        this,
        inputs.settings(ClassActivationSettings.SECTION),
        inputs.present(),
        inputs.batch());
  }
}
