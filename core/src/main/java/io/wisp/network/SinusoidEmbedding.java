package io.wisp.network;

import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Sinusoids of a number from 0 to 1000, such as the timestep, then two linear layers. */
final class SinusoidEmbedding {
  private static final double MAX_PERIOD = 10_000;
  private final Linear first;
  private final Linear second;
  private final int channels;

  SinusoidEmbedding(LayerPath path, UNetConfig config) {
    channels = config.modelChannels();
    first = Linear.of(path.at(0), channels, config.embeddingChannels());
    second = Linear.of(path.at(2), config.embeddingChannels(), config.embeddingChannels());
  }

  /** [N] numbers to [N, E], float32. */
  Tensor forward(Tensor numbers) {
    return second.forward(torch.silu(first.forward(sinusoids(numbers))));
  }

  /** In float32 throughout, as published: at t near 1000 the rounding of the angle shows. */
  private Tensor sinusoids(Tensor numbers) {
    int half = channels / 2;
    float[] index = new float[half];
    for (int i = 0; i < half; i++) {
      index[i] = i;
    }
    Tensor frequencies =
        Tensors.of(index, 1, half)
            .mul(Tensors.scalar(-Math.log(MAX_PERIOD)))
            .div(Tensors.scalar(half))
            .exp();
    Tensor angles =
        numbers
            .to(torch.ScalarType.Float)
            .unsqueeze(1)
            .mul(frequencies.to(numbers.device(), torch.ScalarType.Float));
    return torch.cat(new org.bytedeco.pytorch.TensorVector(angles.cos(), angles.sin()), 1);
  }
}
