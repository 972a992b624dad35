package io.wisp.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Images whose channels lie in several tensors: what came up the U-Net, and what skipped over. */
final class Channels {
  private Channels() {}

  static Tensor join(List<Tensor> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : torch.cat(new TensorVector(parts.toArray(Tensor[]::new)), 1);
  }
}
