package io.wisp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wisp.engine.Engine;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.TinyNetwork;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class ConvolutionFormTest {
  private final Engine engine = Engine.reference();

  @Test
  void prepackedWeightsGiveTheSameImages() {
    assumeThat(ConvolutionForm.PREPACKED.works(engine)).isTrue();
    ConvolutionShape shape = new ConvolutionShape(32, 64, 3, 2, 8);

    try (Scope scope = new Scope()) {
      Tensor images = TensorFormat.FLOAT32.random(engine, 1, 32, 8, 8);
      float[] plain = output(ConvolutionForm.PLAIN, shape, images);
      float[] prepacked = output(ConvolutionForm.PREPACKED, shape, images);

      assertThat(TinyNetwork.distance(plain, prepacked)).isLessThan(1e-5);
    }
  }

  /** The same weights each time. */
  private float[] output(ConvolutionForm form, ConvolutionShape shape, Tensor images) {
    torch.manual_seed(1);
    try (ConvolutionKernel kernel = form.kernel(shape, TensorFormat.FLOAT32, engine)) {
      return Tensors.toFloats(kernel.apply(images));
    }
  }
}
