package io.wisp.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.benchmark.Effort;
import io.wisp.network.ConvolutionShape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

class RooflineTest {
  private static final double PEAK = 1000;
  private static final double BANDWIDTH = 10;

  @Test
  void aLayerIsHeldAgainstWhatBoundsIt() {
    RooflineRow arithmetic = new RooflineRow("much work", 1, 2000, 10, 4);
    RooflineRow memory = new RooflineRow("many bytes", 1, 1000, 30, 4);

    assertThat(arithmetic.boundByMemory(PEAK, BANDWIDTH)).isFalse();
    assertThat(arithmetic.share(PEAK, BANDWIDTH)).isEqualTo(0.5, within(1e-9));
    assertThat(memory.boundByMemory(PEAK, BANDWIDTH)).isTrue();
    assertThat(memory.share(PEAK, BANDWIDTH)).isEqualTo(0.75, within(1e-9));
  }

  @Test
  void everyLayerOfANetworkGetsARow() {
    Layers layers = Layers.of("demo");

    String text = new Roofline(Engines.cpu(), layers, new Effort(0, 1)).measure();

    for (ConvolutionShape shape : layers.convolutions().keySet()) {
      assertThat(text).contains("\n" + shape + " ");
    }
    assertThat(text).contains("Best copy: ", "float32 channels-last", "group norm 32 @32 ");
  }

  @Test
  void convolutionsThatAreBenchmarkedByNameAreThereInThePaperPreset() throws Exception {
    Layers layers = Layers.of("paper");
    Param names = ConvolutionBenchmark.class.getField("layer").getAnnotation(Param.class);

    assertThat(Stream.of(names.value()).map(layers::convolution))
        .extracting(ConvolutionShape::toString)
        .containsExactly(names.value());
  }
}
