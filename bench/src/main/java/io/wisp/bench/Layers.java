package io.wisp.bench;

import io.wisp.network.ConvolutionShape;
import io.wisp.training.RunSettings;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layers of a preset's network.
 *
 * @param convolutions how often each occurs in one forward
 */
record Layers(Map<ConvolutionShape, Integer> convolutions) {
  /** Group norm wants a multiple of this many channels. */
  private static final int GROUPS = 32;

  static Layers of(String preset) {
    Map<ConvolutionShape, Integer> counts = new LinkedHashMap<>();
    for (ConvolutionShape shape : ConvolutionShape.of(RunSettings.preset(preset).network())) {
      counts.merge(shape, 1, Integer::sum);
    }
    return new Layers(counts);
  }

  /** The convolution of a name such as {@code 3x3 128>128 @224}. */
  ConvolutionShape convolution(String name) {
    return convolutions.keySet().stream()
        .filter(shape -> shape.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the network has no convolution %s; there are: %s"
                        .formatted(name, convolutions.keySet())));
  }

  /** The images that convolutions leave, largest first. */
  List<ImageShape> images() {
    return convolutions.keySet().stream()
        .map(shape -> new ImageShape(shape.outputs(), shape.outputSide()))
        .filter(image -> image.channels() % GROUPS == 0)
        .distinct()
        .sorted(Comparator.comparing(ImageShape::count).reversed())
        .toList();
  }
}
