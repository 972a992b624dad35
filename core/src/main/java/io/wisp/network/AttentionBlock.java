package io.wisp.network;

import org.bytedeco.pytorch.Tensor;

/** Every pixel attends to every other; the result is added to the input. */
final class AttentionBlock implements Layer {
  private final GroupNorm norm;
  private final Linear qkv;
  private final Linear projection;
  private final QkvAttention attention;
  private final int heads;

  AttentionBlock(LayerPath path, int channels, int heads, QkvAttention attention) {
    this.heads = heads;
    this.attention = attention;
    if (channels % heads != 0) {
      throw new io.wisp.UserError(
          "The attention at %s has %s channels, which %s heads do not divide: change num_heads or num_head_channels."
              .formatted(path.prefix(), channels, heads));
    }
    norm = new GroupNorm(path.at("norm"), channels);
    qkv = Linear.pointwise(path.at("qkv"), channels, 3 * channels, Init.FAN_IN);
    projection = Linear.pointwise(path.at("proj_out"), channels, channels, Init.ZERO);
  }

  static AttentionBlock of(LayerPath path, int channels, int heads, UNetConfig config) {
    QkvAttention order =
        config.useNewAttentionOrder() ? QkvAttention.QKV_FIRST : QkvAttention.HEADS_FIRST;
    return new AttentionBlock(path, channels, heads, order);
  }

  @Override
  public Tensor forward(Features features, Condition condition) {
    Tensor x = features.images();
    long height = x.size(2);
    long width = x.size(3);
    Tensor tokens =
        norm.normalised(x).permute(0, 2, 3, 1).reshape(x.size(0), height * width, x.size(1));
    Tensor attended = projection.forward(attention.apply(qkv.forward(tokens), heads));
    return x.add(attended.reshape(x.size(0), height, width, x.size(1)).permute(0, 3, 1, 2));
  }
}
