package io.wisp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.ConvolutionShape;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class ConvolutionFormTest {
  private final Engine engine = Engine.reference();

  @Test
  void bothFormsGiveImagesOfTheSameShape() {
    TensorFormat format = TensorFormat.BFLOAT16_CHANNELS_LAST;
    assumeThat(ConvolutionForm.PREPACKED.works(format, engine)).isTrue();
    ConvolutionShape shape = new ConvolutionShape(32, 64, 3, 2, 8);

    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor images = torch.ones(1, 32, 8, 8).to(torch.ScalarType.BFloat16);
      float[] plain = output(ConvolutionForm.PLAIN.kernel(shape, format, engine), images);
      float[] prepacked = output(ConvolutionForm.PREPACKED.kernel(shape, format, engine), images);

      assertThat(prepacked).hasSameSizeAs(plain);
    }
  }

  @Test
  void thePlainFormWorksInEveryFormat() {
    assertThat(TensorFormat.values())
        .allMatch(format -> ConvolutionForm.PLAIN.works(format, engine));
    assertThat(ConvolutionForm.PREPACKED.works(TensorFormat.FLOAT32, engine)).isFalse();
  }

  private static float[] output(ConvolutionKernel kernel, Tensor images) {
    try (kernel) {
      return Tensors.toFloats(kernel.apply(images));
    }
  }
}
