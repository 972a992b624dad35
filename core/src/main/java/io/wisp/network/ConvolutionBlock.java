package io.wisp.network;

import io.wisp.engine.Scope;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Two convolutions, each normalised, and the input added before the last SiLU; carried over by a 1
 * × 1 convolution where the number of channels changes.
 */
final class ConvolutionBlock {
  private final Convolution first;
  private final GroupNorm firstNorm;
  private final Convolution second;
  private final GroupNorm secondNorm;
  private final Convolution carried;

  ConvolutionBlock(LayerPath path, int inputs, int outputs) {
    first = Convolution.same(path.at("conv1"), inputs, outputs, 3);
    firstNorm = new GroupNorm(path.at("norm1"), outputs);
    second = Convolution.same(path.at("conv2"), outputs, outputs, 3);
    secondNorm = new GroupNorm(path.at("norm2"), outputs);
    carried = inputs == outputs ? null : Convolution.same(path.at("skip"), inputs, outputs, 1);
  }

  /** The block of images that hold its channels one part after the other. */
  Tensor forward(List<Tensor> parts) {
    try (Scope scope = new Scope()) {
      Tensor h = firstNorm.activated(new Features(first.forward(parts)));
      h = secondNorm.normalised(second.forward(List.of(h)));
      Tensor x = carried == null ? Features.joined(parts) : carried.forward(parts);
      return scope.escape(torch.silu(InPlace.add(h, x)));
    }
  }
}
