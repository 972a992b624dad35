package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.diffusion.ClassifierGuidance;
import io.wisp.diffusion.Clip;
import io.wisp.diffusion.Diffusion;
import io.wisp.diffusion.Guidance;
import io.wisp.diffusion.Losses;
import io.wisp.diffusion.NoiseSchedule;
import io.wisp.diffusion.Variance;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.RandomSource;
import io.wisp.network.TinyClassifier;
import io.wisp.network.TinyNetwork;
import io.wisp.network.UNetModel;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthyTranslationTest {
  private static final int SIDE = 16;
  private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000);
  private static final Losses LOSSES = new Losses(new Diffusion(SCHEDULE), Variance.FIXED);

  private static UNetModel model;

  @BeforeAll
  static void makeNetwork() {
    model = TinyNetwork.random(Engine.reference());
    model.parameters().tensors().get("label_emb.weight").mul_(Tensors.scalar(20));
  }

  @AfterAll
  static void freeNetwork() {
    model.close();
  }

  /**
   * A fresh network predicts no noise, so that only √ᾱ is left: from ᾱ_first to ᾱ_Q, and back to 1.
   */
  @ParameterizedTest
  @CsvSource({"PAPER, 1, 0", "PAPER, 7, 0", "PUBLISHED_CODE, 1, 1", "PUBLISHED_CODE, 7, 1"})
  void encodingArrivesAtTheNoiseLevelWhateverTheStride(
      StepConvention steps, int stride, int first) {
    try (UNetModel fresh =
            UNetModel.create(TinyNetwork.config(), Engine.reference(), new RandomSource(1));
        Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      HealthyTranslation translation =
          new HealthyTranslation(
              fresh, LOSSES, settings(30, stride, steps), 0, 0, Guidance.NONE, 2);
      Tensor x = pixels(TinyImages.of(1, SIDE));
      double factor = Math.sqrt(SCHEDULE.alphaBar(30) / SCHEDULE.alphaBar(first));
      assertSame(translation.encode(x), x.mul(Tensors.scalar(factor)), 1e-5);
      int from = steps == StepConvention.PAPER ? 30 : 28;
      double back = 1 / Math.sqrt(SCHEDULE.alphaBar(from));
      assertSame(translation.decode(x), x.mul(Tensors.scalar(back)), 1e-5);
    }
  }

  @Test
  void underOneLabelTheImageComesBack() {
    HealthyTranslation same =
        new HealthyTranslation(
            model, LOSSES, settings(30, 1, StepConvention.PAPER), 1, 1, Guidance.NONE, 2);
    HealthyTranslation other =
        new HealthyTranslation(
            model, LOSSES, settings(30, 1, StepConvention.PAPER), 1, 0, Guidance.NONE, 2);
    assertThat(largest(same.maps(TinyImages.of(1, SIDE))))
        .isLessThan(0.1 * largest(other.maps(TinyImages.of(1, SIDE))));
  }

  @Test
  void aMapDoesNotDependOnTheBatchAndIsNeverNegative() {
    List<float[]> together = unguided(3).maps(TinyImages.of(3, SIDE));
    List<float[]> alone = unguided(1).maps(TinyImages.of(3, SIDE));
    for (int i = 0; i < 3; i++) {
      assertThat(TinyNetwork.distance(alone.get(i), together.get(i))).isLessThan(1e-3);
      for (float value : together.get(i)) {
        assertThat(value).isNotNegative();
      }
    }
  }

  @Test
  void imagesOfDifferentPositionsHaveTogetherTheMapsThatTheyHaveAlone() {
    try (UNetModel placed = TinyNetwork.random(Engine.reference(), "position=embedding")) {
      TranslationSettings few = settings(10, 1, StepConvention.PAPER);
      List<LabelledImage> images = TinyImages.of(3, SIDE);
      List<float[]> together =
          new HealthyTranslation(placed, LOSSES, few, 0, 0, Guidance.NONE, 3).maps(images);
      List<float[]> alone =
          new HealthyTranslation(placed, LOSSES, few, 0, 0, Guidance.NONE, 1).maps(images);
      for (int i = 0; i < 3; i++) {
        assertThat(TinyNetwork.distance(alone.get(i), together.get(i))).isLessThan(1e-3);
      }
    }
  }

  @Test
  void guidanceOfScaleZeroIsNone() {
    try (EncoderUNetModel classifier = TinyClassifier.golden()) {
      HealthyTranslation guided =
          new HealthyTranslation(
              model,
              LOSSES,
              settings(10, 1, StepConvention.PAPER),
              0,
              0,
              new ClassifierGuidance(classifier, SCHEDULE, 0),
              1);
      assertThat(guided.maps(TinyImages.of(1, SIDE)).get(0))
          .isEqualTo(unguided(1).maps(TinyImages.of(1, SIDE)).get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aNoiseLevelWithoutRoomForStepsIsRefused(int level) {
    assertThatThrownBy(() -> settings(level, 1, StepConvention.PAPER))
        .isInstanceOf(UserError.class)
        .hasMessage("cg_diff.noise_level is %d, but must be at least 3.", level);
  }

  private static HealthyTranslation unguided(int batch) {
    return new HealthyTranslation(
        model, LOSSES, settings(10, 1, StepConvention.PAPER), 0, 0, Guidance.NONE, batch);
  }

  private static TranslationSettings settings(int level, int stride, StepConvention steps) {
    return new TranslationSettings(level, stride, 0, Clip.NONE, steps);
  }

  private static Tensor pixels(List<LabelledImage> images) {
    return Tensors.of(images.get(0).pixels(), 1, 1, SIDE, SIDE);
  }

  private static double largest(List<float[]> maps) {
    double largest = 0;
    for (float value : maps.get(0)) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  private static void assertSame(Tensor actual, Tensor expected, double tolerance) {
    assertThat(TinyNetwork.distance(Tensors.toFloats(expected), Tensors.toFloats(actual)))
        .isLessThan(tolerance);
  }
}
