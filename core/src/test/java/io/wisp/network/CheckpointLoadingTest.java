package io.wisp.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.engine.Engine;
import io.wisp.engine.NativeObjects;
import io.wisp.engine.Tensors;
import io.wisp.weights.NamedArray;
import io.wisp.weights.Safetensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointLoadingTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("weights.safetensors");
  }

  @Test
  void savedWeightsGiveTheSameOutputs() {
    float[] before;
    try (UNetModel model = TinyNetwork.random(Engine.reference())) {
      before = TinyNetwork.output(model);
      save(model);
    }
    assertThat(before).hasSize(2 * 16 * 16).doesNotContain(Float.NaN, 0f);
    try (UNetModel model = load(TinyNetwork.config())) {
      assertThat(TinyNetwork.output(model)).isEqualTo(before);
    }
  }

  @Test
  void aWiderNetworkIsToldWhichShapeDiffers() {
    saveTiny();
    assertThatThrownBy(() -> load(TinyNetwork.config("model_channels=64")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has time_embed.0.weight of shape [128, 32]")
        .hasMessageContaining("the network needs [256, 64]: check the network settings");
  }

  @Test
  void aDeeperNetworkIsToldWhatIsMissing() {
    saveTiny();
    assertThatThrownBy(() -> load(TinyNetwork.config("channel_mult=[1,2,2]")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it was made for another network; check the network settings");
  }

  @Test
  void aNetworkWithPositionsIsToldThatTheyAreMissing() {
    saveTiny();
    assertThatThrownBy(() -> load(TinyNetwork.config("position=embedding")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no parameter position_embed.0.weight")
        .hasMessageContaining("check the network settings");
  }

  @Test
  void aNetworkWithoutLabelsIsToldWhatIsTooMuch() {
    saveTiny();
    assertThatThrownBy(() -> load(TinyNetwork.config("num_classes=0")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds label_emb.weight, which the network does not have");
  }

  @Test
  void aNetworkThatIsRefusedIsClosed() {
    saveTiny();
    assertThat(
            NativeObjects.leftBy(
                () ->
                    assertThatThrownBy(() -> load(TinyNetwork.config("num_classes=0")))
                        .isInstanceOf(UserError.class)))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void weightsThatAreNotFiniteAreRefusedByName(float value) {
    try (UNetModel model = TinyNetwork.golden()) {
      model.parameters().tensors().get("out.2.bias").select(0, 0).fill_(Tensors.scalar(value));
      save(model);
    }
    assertThatThrownBy(() -> load(TinyNetwork.config()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file + " cannot be used, since out.2.bias in it is not finite");
  }

  private void saveTiny() {
    try (UNetModel model = TinyNetwork.golden()) {
      save(model);
    }
  }

  private void save(UNetModel model) {
    Map<String, long[]> shapes = model.parameters().shapes();
    List<NamedArray> arrays = new ArrayList<>();
    model
        .parameters()
        .split(model.parameters().flat())
        .forEach((name, values) -> arrays.add(NamedArray.ofFloats(name, values, shapes.get(name))));
    Safetensors.replace(file, Map.of(), arrays);
  }

  private UNetModel load(UNetConfig config) {
    return UNetModel.create(config, Engine.reference(), new FileSource(Safetensors.read(file)));
  }
}
