package io.wisp.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wisp.testing.GoldenFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The checkpoint among the golden values, which PyTorch itself wrote, where they are at hand. */
class PublishedCheckpointTest {
  @Test
  void readsEveryParameterOfTheGoldenCheckpoint() {
    Optional<Path> golden = GoldenFiles.all();
    assumeTrue(golden.isPresent(), GoldenFiles.NOT_FOUND);

    TensorFile read = TorchCheckpoint.read(golden.orElseThrow().resolve("unet_basic.pt"));

    assertThat(read.tensors()).hasSize(129);
    List<String> names = new ArrayList<>(read.tensors().keySet());
    assertThat(names).startsWith("time_embed.0.weight", "time_embed.0.bias");
    Collections.sort(names);
    for (int k = 0; k < names.size(); k++) {
      assertFilled(read.get(names.get(k)), k);
    }
  }

  /** The golden fill: the k-th parameter by name is a scaled sine of its flat index. */
  private static void assertFilled(NamedArray parameter, int k) {
    float[] values = parameter.floats();
    long[] shape = parameter.shape();
    double worst = 0;
    for (int i = 0; i < values.length; i++) {
      double s = Math.sin(1.7 * (i + 1) + 0.3 * k);
      double expected =
          shape.length > 1 ? s / Math.sqrt(values.length / (double) shape[0]) : 0.1 * s;
      if (shape.length == 1 && parameter.name().endsWith("weight")) {
        expected += 1;
      }
      if (parameter.name().startsWith("label_emb")) {
        expected *= 20;
      }
      worst = Math.max(worst, Math.abs(values[i] - expected));
    }
    assertThat(worst).as(parameter.name()).isLessThan(1e-6);
  }
}
