package io.wisp.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.BadSetting;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Precision;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompactUNetTest {
  private static final CompactUNetConfig CONFIG =
      new CompactUNetConfig(16, 1, 1, 2, 32, 1, List.of(1, 2));
  private static final int IMAGES = 2;
  private static final ParameterSource GOLDEN =
      new GoldenSource(CompactUNet.parameters(CONFIG).sortedNames());
  private static final ParameterSource RANDOM = new RandomSource(5);

  /**
   * What the same network comes to in PyTorch 2.13, filled by {@link GoldenSource}:
   * pixel_unshuffle, blocks of Conv2d and GroupNorm(32), avg_pool2d, nearest interpolation,
   * concatenation with the lower features first, pixel_shuffle.
   */
  @Test
  void equalsPyTorch() {
    Result result = run(Engine.reference(), GOLDEN, IMAGES);
    assertThat(result.presence()[0]).isEqualTo(-1.9568273f, within(2e-5f));
    assertThat(result.presence()[1]).isEqualTo(-2.592143f, within(2e-5f));
    int[] places = {0, 1, 17, 100, 255, 256, 400, 511};
    float[] expected = {
      -0.1611249f, 0.1957026f, -0.2234379f, -0.4011678f,
      -0.1831463f, -0.0695189f, -0.0981023f, -0.2093376f
    };
    for (int i = 0; i < places.length; i++) {
      assertThat(result.pixels()[places[i]]).isEqualTo(expected[i], within(2e-5f));
    }
  }

  @Test
  void bfloat16IsClose() {
    Engine half = Engine.reference().with(Precision.BFLOAT16);
    for (int images = 1; images <= IMAGES; images++) {
      assertThat(
              TinyNetwork.distance(
                  run(Engine.reference(), RANDOM, images).pixels(),
                  run(half, RANDOM, images).pixels()))
          .isBetween(1e-6, 0.03);
    }
  }

  @Test
  void anImageIsTheSameTogetherAsAlone() {
    float[] alone = run(Engine.reference(), RANDOM, 1).pixels();
    float[] together = run(Engine.reference(), RANDOM, IMAGES).pixels();
    for (int i = 0; i < alone.length; i++) {
      assertThat(together[i]).isEqualTo(alone[i], within(1e-5f));
    }
  }

  @Test
  void everyLayerIsProved() {
    assertThat(LayerKinds.of(CONFIG, Engine.reference()).stream().map(ProbedLayer::name))
        .contains("3x3 12>32 @8", "norm 32", "norm 64", "convolution block 32", "1x1 32>4 @8");
  }

  @Test
  void aSizeThatDoesNotDivideIsRefused() {
    assertThatThrownBy(() -> new CompactUNetConfig(18, 1, 0, 1, 32, 1, List.of(1, 2, 4)))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("network.image_size is 18")
        .hasMessageContaining("divisible by 4");
  }

  private record Result(float[] pixels, float[] presence) {}

  private static Result run(Engine engine, ParameterSource source, int images) {
    float[] x = new float[images * CONFIG.inChannels() * 16 * 16];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) Math.sin(0.37 * i);
    }
    try (CompactUNet model = CompactUNet.create(CONFIG, engine, source);
        Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      SegmentationNetwork.Output output =
          model.forward(Tensors.of(x, images, CONFIG.inChannels(), 16, 16));
      return new Result(
          Tensors.toFloats(output.pixels()), Tensors.toFloats(output.presence().orElseThrow()));
    }
  }
}
