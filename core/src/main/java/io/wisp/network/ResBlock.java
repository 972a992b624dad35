package io.wisp.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A residual block: norm, SiLU, convolution; the embedding; norm, SiLU, dropout, convolution; plus
 * the input, carried over by a 1 × 1 convolution where the number of channels changes.
 */
final class ResBlock implements Layer {
  private final GroupNorm inNorm;
  private final Convolution inConvolution;
  private final Linear embeddingProjection;
  private final GroupNorm outNorm;
  private final Convolution outConvolution;
  private final Layer skip;
  private final Resampling resampling;
  private final boolean scaleShift;
  private final Dropout dropout;

  ResBlock(
      LayerPath path,
      int inputs,
      int outputs,
      Resampling resampling,
      UNetConfig config,
      Dropout dropout) {
    this.resampling = resampling;
    this.scaleShift = config.useScaleShiftNorm();
    this.dropout = dropout;
    inNorm = new GroupNorm(path.at("in_layers.0"), inputs);
    inConvolution = Convolution.same(path.at("in_layers.2"), inputs, outputs, 3);
    embeddingProjection =
        Linear.of(
            path.at("emb_layers.1"),
            config.embeddingChannels(),
            scaleShift ? 2 * outputs : outputs);
    outNorm = new GroupNorm(path.at("out_layers.0"), outputs);
    outConvolution = Convolution.zeroed(path.at("out_layers.3"), outputs, outputs);
    skip =
        inputs == outputs
            ? (x, embedding) -> x
            : Convolution.same(path.at("skip_connection"), inputs, outputs, 1);
  }

  @Override
  public Tensor forward(Tensor x, Tensor embedding) {
    Tensor h = inConvolution.forward(resampling.apply(inNorm.activated(x)), embedding);
    h = dropout.apply(conditioned(h, embedding));
    h = outConvolution.forward(h, embedding);
    return InPlace.add(h, skip.forward(resampling.apply(x), embedding));
  }

  private Tensor conditioned(Tensor h, Tensor embedding) {
    Tensor projected = embeddingProjection.forward(torch.silu(embedding));
    if (!scaleShift) {
      return outNorm.activated(h.add(GroupNorm.eachPixel(projected, h)));
    }
    long channels = projected.size(1) / 2;
    return outNorm.activated(
        h, projected.narrow(1, 0, channels), projected.narrow(1, channels, channels));
  }
}
