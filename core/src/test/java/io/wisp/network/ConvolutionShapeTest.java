package io.wisp.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.training.RunSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvolutionShapeTest {
  @Test
  void theConvolutionsOfATinyNetworkStandWhereTheyWork() {
    assertThat(texts(TinyNetwork.config()))
        .containsExactly(
            "3x3 1>32 @16",
            "3x3 32>32 @16",
            "3x3 32>32 @16",
            "3x3 32>32 @16/2",
            "3x3 32>64 @8",
            "3x3 64>64 @8",
            "1x1 32>64 @8",
            "3x3 64>64 @8",
            "3x3 64>64 @8",
            "3x3 64>64 @8",
            "3x3 64>64 @8",
            "3x3 128>64 @8",
            "3x3 64>64 @8",
            "1x1 128>64 @8",
            "3x3 96>64 @8",
            "3x3 64>64 @8",
            "1x1 96>64 @8",
            "3x3 64>64 @16",
            "3x3 96>32 @16",
            "3x3 32>32 @16",
            "1x1 96>32 @16",
            "3x3 64>32 @16",
            "3x3 32>32 @16",
            "1x1 64>32 @16",
            "3x3 32>1 @16");
  }

  @Test
  void residualBlocksThatResampleConvolveAtTheNewSize() {
    List<String> texts = texts(TinyNetwork.config("resblock_updown=true"));

    assertThat(texts.subList(3, 5)).containsExactly("3x3 32>32 @8", "3x3 32>32 @8");
    assertThat(texts).noneMatch(text -> text.endsWith("/2"));
    assertThat(texts.stream().filter("3x3 64>64 @16"::equals)).hasSize(2);
  }

  @Test
  void aForwardOfThePaperPresetIsAboutHalfATeraOperation() {
    double operations =
        ConvolutionShape.of(RunSettings.preset("paper").network()).stream()
            .mapToDouble(ConvolutionShape::operations)
            .sum();

    assertThat(operations).isCloseTo(504.3e9, within(0.1e9));
  }

  @Test
  void operationsAndElementsCountImagesAndWeights() {
    ConvolutionShape shape = new ConvolutionShape(2, 3, 3, 2, 8);

    assertThat(shape.operations()).isEqualTo(2.0 * 2 * 3 * 9 * 16);
    assertThat(shape.elements(5)).isEqualTo(5 * (2 * 64 + 3 * 16) + 2 * 3 * 9);
  }

  private static List<String> texts(UNetConfig config) {
    return ConvolutionShape.of(config).stream().map(ConvolutionShape::toString).toList();
  }
}
