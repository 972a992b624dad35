package io.wisp.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Halving and doubling of height and width. */
enum Resampling {
  NONE {
    @Override
    Tensor apply(Tensor x) {
      return x;
    }
  },
  /** The mean of each 2 × 2 block. */
  DOWN {
    @Override
    Tensor apply(Tensor x) {
      return torch.avg_pool2d(x, 2, 2);
    }
  },
  /** Each pixel four times. */
  UP {
    @Override
    Tensor apply(Tensor x) {
      return torch.upsample_nearest2d(x, 2 * x.size(2), 2 * x.size(3));
    }
  };

  abstract Tensor apply(Tensor x);

  /** A resampling layer, with its own convolution if the network has one there. */
  static Layer layer(LayerPath path, Resampling direction, int channels, boolean convolve) {
    if (!convolve) {
      return (x, condition) -> direction.apply(x.images());
    }
    if (direction == DOWN) {
      return new Convolution(path.at("op"), channels, channels, 3, 2, Init.FAN_IN);
    }
    Convolution convolution = Convolution.same(path.at("conv"), channels, channels, 3);
    return (x, condition) -> convolution.forward(List.of(direction.apply(x.images())));
  }
}
