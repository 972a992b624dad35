package io.wisp.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.TinyClassifier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClassifierGuidanceTest {
  private static final int PIXELS = TinyClassifier.SIDE * TinyClassifier.SIDE;
  private static final double STEP = 3e-3;
  private static final int[] T = {300, 20};
  private static final int[] LABELS = {1, 0};
  private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000);

  private static EncoderUNetModel classifier;

  @BeforeAll
  static void makeClassifier() {
    classifier = TinyClassifier.golden();
  }

  @AfterAll
  static void freeClassifier() {
    classifier.close();
  }

  /** Along itself, where the log-probability rises most, by a central difference. */
  @Test
  void theGradientIsThatOfTheLogProbabilityOfEachImagesOwnLabel() {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor gradient = guidance(1).gradient(images(0.3), T, LABELS);
      Tensor direction = gradient.mul(Tensors.scalar(STEP / largest(gradient)));
      float[] slope = Tensors.toFloats(gradient.mul(direction).sum(1, 2, 3));
      float[] above = logProbabilities(images(0.3).add(direction));
      float[] below = logProbabilities(images(0.3).sub(direction));
      for (int i = 0; i < 2; i++) {
        double expected = (above[i] - below[i]) / 2;
        assertThat((double) slope[i]).isCloseTo(expected, within(2e-2 * Math.abs(expected)));
      }
    }
  }

  @Test
  void theNoiseIsSteeredByTheScaledGradient() {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor noise = images(0.7);
      Tensor xt = images(0.3);
      float[] gradient = Tensors.toFloats(guidance(1).gradient(xt, T, LABELS));
      float[] before = Tensors.toFloats(noise);
      float[] steered = Tensors.toFloats(guidance(5).steer(noise, xt, T, LABELS));
      for (int i : new int[] {3, PIXELS + 3}) {
        double sigma = Math.sqrt(1 - SCHEDULE.alphaBar(T[i / PIXELS]));
        assertThat((double) steered[i])
            .isCloseTo(before[i] - 5 * sigma * gradient[i], within(1e-6));
      }
    }
  }

  @Test
  void theWeightsGetNoGradient() {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      guidance(1).gradient(images(0.3), T, LABELS);
      assertThat(classifier.parameters().tensors().values())
          .noneMatch(weight -> weight.requires_grad() || weight.grad().defined());
    }
  }

  private static ClassifierGuidance guidance(double scale) {
    return new ClassifierGuidance(classifier, SCHEDULE, scale);
  }

  private static double largest(Tensor values) {
    double largest = 0;
    for (float value : Tensors.toFloats(values)) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static float[] logProbabilities(Tensor x) {
    Tensor logits = classifier.forward(x, Tensors.longs(T, Engine.reference()));
    float[] all = Tensors.toFloats(torch.log_softmax(logits, 1));
    return new float[] {all[LABELS[0]], all[2 + LABELS[1]]};
  }

  private static Tensor images(double frequency) {
    float[] pixels = new float[2 * PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) Math.sin(frequency * i);
    }
    return Tensors.of(pixels, 2, 1, TinyClassifier.SIDE, TinyClassifier.SIDE);
  }
}
