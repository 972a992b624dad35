package io.wisp.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

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
  private final Convolution skip;
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
        inputs == outputs ? null : Convolution.same(path.at("skip_connection"), inputs, outputs, 1);
  }

  @Override
  public Tensor forward(Features x, Condition condition) {
    return forward(List.of(x), condition);
  }

  /** The block of images that hold its channels one part after the other. */
  Tensor forward(List<Features> parts, Condition condition) {
    boolean apart = inNorm.fuses(parts.get(0).images());
    List<Features> x = apart ? parts : List.of(Features.join(parts));
    List<Tensor> images = resampled(x.stream().map(Features::images).toList());
    Tensor h = inConvolution.forward(resampled(inNorm.activated(x)));
    h = dropout.apply(conditioned(h, condition));
    return skip == null
        ? InPlace.add(outConvolution.forward(List.of(h)), images.get(0))
        : outConvolution.forwardOnto(skip.forward(images), h);
  }

  private List<Tensor> resampled(List<Tensor> parts) {
    return parts.stream().map(resampling::apply).toList();
  }

  private Tensor conditioned(Tensor h, Condition condition) {
    List<Tensor> derived = condition.derived(this, this::project);
    return scaleShift
        ? outNorm.activated(new Features(h), derived.get(0), derived.get(1))
        : outNorm.activated(new Features(InPlace.add(h, GroupNorm.eachPixel(derived.get(0), h))));
  }

  private List<Tensor> project(Tensor embedding) {
    Tensor projected = embeddingProjection.forward(embedding);
    if (!scaleShift) {
      return List.of(projected);
    }
    long channels = projected.size(1) / 2;
    return outNorm.scaled(
        projected.narrow(1, 0, channels), projected.narrow(1, channels, channels));
  }
}
