package io.wisp.network;

import io.wisp.engine.Engine;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The noise-aware classifier p_φ(y | x_t, t): the encoder half of the U-Net with a pooling head
 * (guided-diffusion's {@code EncoderUNetModel}).
 */
public final class EncoderUNetModel implements Network {
  private final UNetConfig config;
  private final Engine engine;
  private final Parameters parameters = new Parameters();
  private final Dropout dropout;
  private final SinusoidEmbedding timeEmbedding;
  private final Encoder encoder;
  private final GroupNorm outNorm;
  private final UnaryOperator<Tensor> head;

  private EncoderUNetModel(UNetConfig config, Engine engine) {
    this.config = config;
    this.engine = engine;
    this.dropout = new Dropout(config.dropout());
    LayerPath root = new LayerPath(parameters, "");
    timeEmbedding = new SinusoidEmbedding(root.at("time_embed"), config);
    encoder = new Encoder(root, config, dropout);
    outNorm = new GroupNorm(root.at("out.0"), encoder.channels());
    head =
        switch (config.pool()) {
          case ADAPTIVE -> averageHead(root.at("out.3"));
          case ATTENTION -> new AttentionPool(root.at("out.2"), config, encoder)::forward;
        };
  }

  /**
   * A network with values from the source.
   *
   * @param engine where to compute; {@link NetworkProof} checks its number format first
   */
  public static EncoderUNetModel create(UNetConfig config, Engine engine, ParameterSource source) {
    Engine proven = NetworkProof.proven(config, engine);
    EncoderUNetModel model = new EncoderUNetModel(config, proven);
    model.parameters.materialise(proven, source);
    return model;
  }

  /** A network filled by the golden formula, to compare with others; its format is trusted. */
  public static EncoderUNetModel golden(UNetConfig config, Engine engine) {
    EncoderUNetModel model = new EncoderUNetModel(config, engine);
    model.parameters.materialise(engine, new GoldenSource(model.parameters.sortedNames()));
    return model;
  }

  private UnaryOperator<Tensor> averageHead(LayerPath path) {
    Linear logits = Linear.pointwise2d(path, encoder.channels(), config.outChannels(), Init.ZERO);
    return h -> logits.forward(h.mean(2, 3));
  }

  /**
   * Logits of the classes.
   *
   * @param x noisy images, [N, C, H, W], float32
   * @param timesteps [N], or [1] where all images have the same
   * @return [N, classes], float32
   */
  public Tensor forward(Tensor x, Tensor timesteps) {
    return forward(x, timesteps, BlockTap.NONE);
  }

  /**
   * Logits of the classes, with an observer that may replace the blocks' outputs.
   *
   * @param tap of the blocks named by {@link #blockNames}
   */
  public Tensor forward(Tensor x, Tensor timesteps, BlockTap tap) {
    try (Condition condition = new Condition(timeEmbedding.forward(timesteps))) {
      Tensor h = encoder.forward(engine.activations(x), condition, new ArrayDeque<>(), tap);
      return head.apply(outNorm.activated(new Features(h))).to(torch.ScalarType.Float);
    }
  }

  /** The blocks in forward order: {@code input_blocks.0} and on, the middle. */
  public List<String> blockNames() {
    return encoder.blockNames();
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
