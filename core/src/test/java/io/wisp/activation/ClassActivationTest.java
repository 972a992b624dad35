package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.TinyClassifier;
import io.wisp.network.TinyNetwork;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassActivationTest {
  private static final int SIDE = TinyClassifier.SIDE;
  private static EncoderUNetModel classifier;

  @BeforeAll
  static void makeClassifier() {
    classifier = TinyClassifier.golden();
  }

  @AfterAll
  static void freeClassifier() {
    classifier.close();
  }

  @ParameterizedTest
  @EnumSource
  void mapsLieBetween0And1AndDoNotDependOnTheBatch(ClassActivationKind kind) {
    ClassActivationSettings settings = settings("input_blocks.-1", false);
    List<float[]> alone = method(kind, settings, 1).maps(TinyImages.of(3, SIDE));
    List<float[]> together = method(kind, settings, 3).maps(TinyImages.of(3, SIDE));
    for (int i = 0; i < 3; i++) {
      assertThat(TinyNetwork.distance(alone.get(i), together.get(i))).isLessThan(1e-3);
      for (float value : alone.get(i)) {
        assertThat(value).isBetween(0f, 1f);
      }
    }
  }

  @Test
  void withAugmentationAMirroredImageHasTheMirroredMap() {
    ClassActivation method =
        method(ClassActivationKind.LAYERCAM, settings("input_blocks.-1", true), 1);
    LabelledImage image = TinyImages.of(1, SIDE).get(0);
    float[] map = method.maps(List.of(image)).get(0);
    LabelledImage mirrored = new LabelledImage(mirror(image.pixels()), "mirrored", 0);
    assertThat(TinyNetwork.distance(map, mirror(method.maps(List.of(mirrored)).get(0))))
        .isLessThan(1e-4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"input_blocks.0", "input_blocks.2", "input_blocks.-2", "middle_block"})
  void everyBlockCanBeLookedAt(String layer) {
    float[] map =
        method(ClassActivationKind.GRADCAM, settings(layer, false), 1)
            .maps(TinyImages.of(1, SIDE))
            .get(0);
    float[] last =
        method(ClassActivationKind.GRADCAM, settings("input_blocks.-1", false), 1)
            .maps(TinyImages.of(1, SIDE))
            .get(0);
    assertThat(map).isNotEqualTo(last).hasSize(SIDE * SIDE);
  }

  @Test
  void blocksAreCountedFromTheEndWithAMinus() {
    List<String> blocks = classifier.blockNames();
    assertThat(settings("input_blocks.-1", false).layerAmong(blocks))
        .isEqualTo(blocks.get(blocks.size() - 2));
    assertThat(settings("input_blocks.-3", false).layerAmong(blocks))
        .isEqualTo(blocks.get(blocks.size() - 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"input_blocks.99", "input_blocks.-99", "output_blocks.1", "3"})
  void aBlockThatIsNotThereIsRefusedWithThoseThatAre(String layer) {
    assertThatThrownBy(
            () ->
                method(ClassActivationKind.GRADCAM, settings(layer, false), 1)
                    .maps(TinyImages.of(1, SIDE)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cam.layer is " + layer)
        .hasMessageContaining("there are: input_blocks.0, input_blocks.1");
  }

  private static ClassActivation method(
      ClassActivationKind kind, ClassActivationSettings settings, int batch) {
    return new ClassActivation(classifier, kind, settings, 1, batch);
  }

  private static ClassActivationSettings settings(String layer, boolean augmentation) {
    return new ClassActivationSettings(layer, augmentation, false, 7);
  }

  private static float[] mirror(float[] pixels) {
    float[] mirrored = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      mirrored[i] = pixels[i / SIDE * SIDE + SIDE - 1 - i % SIDE];
    }
    return mirrored;
  }
}
