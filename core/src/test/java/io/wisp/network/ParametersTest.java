package io.wisp.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
  /** The names are those of the state dict of guided-diffusion's network of these settings. */
  @Test
  void namesAreThoseOfThePublishedNetwork() throws Exception {
    try (UNetModel model = TinyNetwork.golden()) {
      assertThat(model.parameters().sortedNames()).isEqualTo(publishedNames());
      assertThat(model.parameters().count()).isEqualTo(755_265);
    }
  }

  /** {@link UNetModel#parameterCount} tells the size of a network without making it. */
  @Test
  void theSizeIsKnownBeforeTheMemoryIsTaken() {
    assertThat(UNetModel.parameterCount(TinyNetwork.config())).isEqualTo(755_265);
  }

  @Test
  void everyParameterIsAPieceOfOneVector() {
    try (UNetModel model = TinyNetwork.golden()) {
      Map<String, float[]> pieces = model.parameters().split(model.parameters().flat());
      String bias = "out.2.bias";
      assertThat(pieces.get(bias)).containsExactly(value(model, bias));
      model.parameters().flat().zero_();
      assertThat(value(model, bias)).isZero();
    }
  }

  @Test
  void splitAndAssignAreInverse() {
    try (UNetModel model = TinyNetwork.golden();
        UNetModel other = UNetModel.create(model.config(), model.engine(), new RandomSource(3))) {
      Map<String, float[]> pieces = model.parameters().split(model.parameters().flat());
      other
          .parameters()
          .assign(other.parameters().flat(), (name, shape, init, fanIn) -> pieces.get(name));
      assertThat(TinyNetwork.output(other)).isEqualTo(TinyNetwork.output(model));
    }
  }

  private static float value(UNetModel model, String name) {
    return io.wisp.engine.Tensors.toFloats(model.parameters().tensors().get(name))[0];
  }

  private static java.util.List<String> publishedNames() throws IOException {
    try {
      return Files.readAllLines(
          Path.of(ParametersTest.class.getResource("unet_basic.names").toURI()));
    } catch (java.net.URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
