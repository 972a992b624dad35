package io.wisp.network;

import io.wisp.engine.Engine;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The noise predictor ε_θ(x_t, t, e): a U-Net of residual blocks, conditioned on embeddings of the
 * timestep and of the label (guided-diffusion's {@code UNetModel}), and, where it has one, of the
 * position.
 *
 * <pre>{@code
 * try (UNetModel model = UNetModel.create(config, engine, new RandomSource(1));
 *     Scope scope = new Scope()) {
 *   Tensor e = model.embedLabels(Tensors.of(new long[] {1, 0}, 2));
 *   Tensor noise = model.forward(x, t, e);   // x [2, C, H, W], t [2]
 * }
 * }</pre>
 */
public final class UNetModel implements Network {
  /** Positions go from 0 to 1, while the sinusoids suit timesteps up to about this. */
  private static final double POSITIONS = 1000;

  private final UNetConfig config;
  private final Engine engine;
  private final Parameters parameters = new Parameters();
  private final Dropout dropout;
  private final SinusoidEmbedding timeEmbedding;
  private final Parameter labelTable;
  private final SinusoidEmbedding positionEmbedding;
  private final Encoder encoder;
  private final List<DecoderBlock> outputBlocks = new ArrayList<>();
  private final GroupNorm outNorm;
  private final Convolution outConvolution;

  private UNetModel(UNetConfig config, Engine engine) {
    this.config = config;
    this.engine = engine;
    this.dropout = new Dropout(config.dropout());
    LayerPath root = new LayerPath(parameters, "");
    timeEmbedding = new SinusoidEmbedding(root.at("time_embed"), config);
    labelTable = labelTable(root, config);
    positionEmbedding =
        switch (config.position()) {
          case NONE -> null;
          case EMBEDDING -> new SinusoidEmbedding(root.at("position_embed"), config);
        };
    encoder = new Encoder(root, config, dropout);
    int channels = addOutputBlocks(root.at("output_blocks"));
    outNorm = new GroupNorm(root.at("out.0"), channels);
    outConvolution = Convolution.zeroed(root.at("out.2"), channels, config.outChannels());
  }

  /**
   * A network with values from the source.
   *
   * @param engine where to compute; {@link NetworkProof} checks its number format first
   */
  public static UNetModel create(UNetConfig config, Engine engine, ParameterSource source) {
    Engine proven = NetworkProof.proven(config, engine);
    UNetModel model = new UNetModel(config, proven);
    model.parameters.materialise(proven, source);
    return model;
  }

  /** A network filled by the golden formula, to compare with others; its format is trusted. */
  public static UNetModel golden(UNetConfig config, Engine engine) {
    UNetModel model = new UNetModel(config, engine);
    model.parameters.materialise(engine, new GoldenSource(model.parameters.sortedNames()));
    return model;
  }

  /** Number of values in a network of these settings; allocates nothing. */
  public static long parameterCount(UNetConfig config) {
    return new UNetModel(config, null).parameters.count();
  }

  /** Shapes by parameter name of a network of these settings; allocates nothing. */
  public static Map<String, long[]> parameterShapes(UNetConfig config) {
    return new UNetModel(config, null).parameters.shapes();
  }

  private static Parameter labelTable(LayerPath root, UNetConfig config) {
    if (config.numClasses() == 0) {
      return null;
    }
    return root.at("label_emb")
        .declare("weight", Init.NORMAL, 1, config.numClasses(), config.embeddingChannels());
  }

  private int addOutputBlocks(LayerPath path) {
    Deque<Integer> skips = encoder.skipChannels();
    int channels = encoder.channels();
    int downsampling = encoder.downsampling();
    for (int level = config.channelMult().size() - 1; level >= 0; level--) {
      for (int i = 0; i <= config.numResBlocks(); i++) {
        LayerPath place = path.at(outputBlocks.size());
        int outputs = config.channelMult().get(level) * config.modelChannels();
        ResBlock joining =
            new ResBlock(
                place.at(0), channels + skips.pop(), outputs, Resampling.NONE, config, dropout);
        List<Layer> rest = new ArrayList<>();
        channels = outputs;
        if (config.attentionResolutions().contains(downsampling)) {
          rest.add(
              AttentionBlock.of(
                  place.at(1 + rest.size()), channels, config.headsUpsample(channels), config));
        }
        if (level > 0 && i == config.numResBlocks()) {
          rest.add(upsampling(place.at(1 + rest.size()), channels));
          downsampling /= 2;
        }
        outputBlocks.add(new DecoderBlock(joining, rest));
      }
    }
    return channels;
  }

  private Layer upsampling(LayerPath path, int channels) {
    return config.resblockUpdown()
        ? new ResBlock(path, channels, channels, Resampling.UP, config, dropout)
        : Resampling.layer(path, Resampling.UP, channels, config.convResample());
  }

  /**
   * f(y): one learned row per class.
   *
   * @param labels class indices, int64 [N]
   * @return [N, E], float32
   */
  public Tensor embedLabels(Tensor labels) {
    if (labelTable == null) {
      throw new IllegalStateException("this network has no label embedding (num_classes is 0)");
    }
    return torch.embedding(labelTable.tensor(), labels);
  }

  /**
   * Predicts the noise (and the variance, where it is learned), by a network without positions.
   *
   * @param x noisy images, [N, C, H, W], float32
   * @param timesteps [N], or [1] if all images share it: that is faster
   * @param labelEmbedding [N, E] from {@link #embedLabels} or between such rows, or [1, E]; null
   *     without a condition
   * @return [N, outChannels, H, W], float32
   */
  public Tensor forward(Tensor x, Tensor timesteps, Tensor labelEmbedding) {
    return forward(x, timesteps, labelEmbedding, null);
  }

  /**
   * Predicts the noise by a network of any kind.
   *
   * @param positions of {@link #condition}
   */
  public Tensor forward(Tensor x, Tensor timesteps, Tensor labelEmbedding, Tensor positions) {
    try (Condition condition = condition(timesteps, labelEmbedding, positions)) {
      return forward(x, condition);
    }
  }

  /**
   * Timesteps, labels and positions, for repeated use.
   *
   * @param timesteps [N], or [1] if all images share it
   * @param labelEmbedding [N, E] or [1, E], or null
   * @param positions the images' positions in their scans, [N] or [1] in [0, 1], float32; ignored
   *     by a network without positions
   */
  public Condition condition(Tensor timesteps, Tensor labelEmbedding, Tensor positions) {
    Tensor embedding = timeEmbedding.forward(timesteps);
    if (labelEmbedding != null) {
      embedding = embedding.add(labelEmbedding);
    }
    if (positionEmbedding != null) {
      if (positions == null) {
        throw new IllegalStateException("this network needs the images' positions");
      }
      Tensor scaled = positions.mul(Tensors.scalar(POSITIONS));
      embedding = embedding.add(positionEmbedding.forward(scaled));
    }
    return new Condition(embedding);
  }

  /** {@link #forward(Tensor, Tensor, Tensor)} under a prepared condition. */
  public Tensor forward(Tensor x, Condition condition) {
    Deque<Features> skips = new ArrayDeque<>();
    Tensor h = encoder.forward(engine.activations(x), condition, skips);
    for (DecoderBlock block : outputBlocks) {
      h = block.forward(h, skips.pop(), condition);
    }
    h = outConvolution.forward(List.of(outNorm.activated(new Features(h))));
    return h.to(torch.ScalarType.Float).contiguous();
  }

  /** One decoder step: concatenates the skip connection, then applies its layers. */
  private record DecoderBlock(ResBlock joining, List<Layer> rest) {
    Tensor forward(Tensor h, Features skip, Condition condition) {
      try (Scope scope = new Scope();
          Tensor below = h;
          Tensor across = skip.images()) {
        Tensor joined = joining.forward(List.of(new Features(below), skip), condition);
        return scope.escape(Encoder.run(rest, new Features(joined), condition));
      }
    }
  }

  @Override
  public void training(boolean on) {
    dropout.training(on);
    parameters.requireGradients(on);
  }

  @Override
  public UNetConfig config() {
    return config;
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public void close() {
    parameters.close();
  }
}
