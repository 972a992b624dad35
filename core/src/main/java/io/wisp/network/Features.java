package io.wisp.network;

import io.wisp.engine.OneDnn;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Images on their way through a network. Skip connections are normalised twice, so the moments of
 * their channels are kept.
 */
final class Features {
  private final Tensor images;
  private OneDnn.Moments moments;

  /**
   * Wraps images.
   *
   * @param images [N, C, H, W]
   */
  Features(Tensor images) {
    this.images = images;
  }

  Tensor images() {
    return images;
  }

  int channels() {
    return (int) images.size(1);
  }

  OneDnn.Moments moments() {
    if (moments == null) {
      moments = OneDnn.channelMoments(images);
    }
    return moments;
  }

  /** Several as one, channel after channel. */
  static Features join(List<Features> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : new Features(joined(parts.stream().map(Features::images).toList()));
  }

  static Tensor joined(List<Tensor> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : torch.cat(new TensorVector(parts.toArray(Tensor[]::new)), 1);
  }
}
