package io.wisp.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Pools an image by attention from its mean token, as CLIP does ({@code AttentionPool2d}). */
final class AttentionPool {
  private final Parameter position;
  private final Linear qkv;
  private final Linear projection;
  private final int heads;

  AttentionPool(LayerPath path, UNetConfig config, Encoder encoder) {
    int channels = encoder.channels();
    if (config.numHeadChannels() == -1) {
      throw new io.wisp.UserError(
          "network.pool is attention, which needs network.num_head_channels: give it, or use pool: adaptive.");
    }
    int side = config.imageSize() / encoder.downsampling();
    heads = config.heads(channels);
    position =
        path.declare(
            "positional_embedding", Init.SCALED_NORMAL, 1, channels, (long) side * side + 1);
    qkv = Linear.pointwise(path.at("qkv_proj"), channels, 3 * channels, Init.FAN_IN);
    projection = Linear.pointwise(path.at("c_proj"), channels, config.outChannels(), Init.FAN_IN);
  }

  /** [N, C, H, W] to logits [N, classes]. */
  Tensor forward(Tensor x) {
    Tensor pixels = x.permute(0, 2, 3, 1).reshape(x.size(0), x.size(2) * x.size(3), x.size(1));
    Tensor mean = pixels.mean(new long[] {1}, true, new org.bytedeco.pytorch.ScalarTypeOptional());
    Tensor tokens =
        torch
            .cat(new TensorVector(mean, pixels), 1)
            .add(position.as(x.scalar_type()).transpose(0, 1));
    Tensor attended = QkvAttention.QKV_FIRST.apply(qkv.forward(tokens), heads);
    return projection.forward(attended).select(1, 0);
  }
}
