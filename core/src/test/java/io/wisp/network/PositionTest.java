package io.wisp.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** The embedding of where in its scan an image lies. */
class PositionTest {
  private static final String WITH = "position=embedding";

  @Test
  void itIsTwoLinearLayersMoreAndNothingElseChanges() {
    try (UNetModel without = TinyNetwork.random(Engine.reference());
        UNetModel with = TinyNetwork.random(Engine.reference(), WITH)) {
      List<String> more = new ArrayList<>(with.parameters().sortedNames());
      more.removeAll(without.parameters().sortedNames());
      assertThat(more)
          .containsExactly(
              "position_embed.0.bias",
              "position_embed.0.weight",
              "position_embed.2.bias",
              "position_embed.2.weight");
      assertThat(with.parameters().shapes().get("position_embed.0.weight"))
          .containsExactly(128, 32);
      assertThat(values(with, "label_emb.weight")).isEqualTo(values(without, "label_emb.weight"));
    }
  }

  @Test
  void positionsAcrossAScanAreToldApart() {
    try (UNetModel model = TinyNetwork.random(Engine.reference(), WITH)) {
      float[] middle = output(model, 0.5f);
      assertThat(TinyNetwork.distance(middle, output(model, 0.6f))).isGreaterThan(1e-3);
      assertThat(TinyNetwork.distance(middle, output(model, 0))).isGreaterThan(1e-3);
    }
  }

  /** Else the network would take silence for a position. */
  @Test
  void aNetworkThatIsNotToldRefuses() {
    try (UNetModel model = TinyNetwork.random(Engine.reference(), WITH)) {
      assertThatThrownBy(() -> TinyNetwork.output(model))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("this network needs the images' positions");
    }
  }

  @Test
  void aNetworkWithoutPositionsDoesNotListen() {
    try (UNetModel model = TinyNetwork.random(Engine.reference())) {
      assertThat(output(model, 0.1f)).isEqualTo(output(model, 0.9f));
    }
  }

  private static float[] values(UNetModel model, String name) {
    return Tensors.toFloats(model.parameters().tensors().get(name));
  }

  private static float[] output(UNetModel model, float position) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      float[] pixels = new float[16 * 16];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (float) Math.cos(0.7 * i);
      }
      Tensor x = Tensors.of(pixels, 1, 1, 16, 16);
      Tensor t = Tensors.of(new long[] {300}, 1);
      Tensor label = model.embedLabels(Tensors.of(new long[] {1}, 1));
      return Tensors.toFloats(model.forward(x, t, label, Tensors.of(new float[] {position}, 1)));
    }
  }
}
