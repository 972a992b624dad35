package io.wisp.network;

import static java.util.Comparator.comparing;

import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Precision;
import io.wisp.engine.Tensors;
import io.wisp.proof.LayerProbe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A layer of a network by itself, with weights and an input that are exact in bfloat16: so formats
 * differ in arithmetic, not in input. Kinds of layers, not layers: duplicates are computed once,
 * and large images are cropped to a corner.
 */
final class ProbedLayer implements LayerProbe {
  private static final int IMAGES = 2;

  /** A multiple of the channels that kernels of any processor take at once. */
  private static final int BLOCK = 64;

  private static final int SIDE = 16;

  /** For a layer with more weights than {@link #MANY}, which would take too long. */
  private static final int SIDE_OF_MANY = 8;

  private static final int MANY = 1 << 16;

  private final String name;
  private final Engine engine;
  private final int channels;
  private final int side;
  private final int embedding;
  private final Function<LayerPath, Layer> maker;
  private Layer layer;
  private Parameters parameters;

  private ProbedLayer(
      String name,
      Engine engine,
      int channels,
      int side,
      int embedding,
      Function<LayerPath, Layer> maker) {
    this.name = name;
    this.engine = engine;
    this.channels = channels;
    this.side = side;
    this.embedding = embedding;
    this.maker = maker;
  }

  /** The kinds of layers of a network. */
  static List<ProbedLayer> of(UNetConfig config, Engine engine) {
    Map<String, ProbedLayer> kinds = new LinkedHashMap<>();
    for (ConvolutionShape shape : kindsOf(ConvolutionShape.of(config))) {
      add(kinds, convolution(shape, engine));
    }
    for (int channels : ends(config, name -> name.endsWith(".weight"), 1)) {
      add(kinds, norm(channels, config, engine));
    }
    for (int channels : ends(config, name -> name.endsWith("qkv.weight"), 3)) {
      add(kinds, attention(channels, config, engine));
    }
    add(kinds, block(config, engine));
    return new ArrayList<>(kinds.values());
  }

  private static void add(Map<String, ProbedLayer> kinds, ProbedLayer layer) {
    kinds.putIfAbsent(layer.name, layer);
  }

  /**
   * Convolutions of one kind share kernel, stride and the remainder of channels after whole
   * processor blocks; of each kind, the one with fewest and the one with most weights.
   */
  private static Collection<ConvolutionShape> kindsOf(List<ConvolutionShape> all) {
    Map<List<Integer>, ConvolutionShape> fewest = new LinkedHashMap<>();
    Map<List<Integer>, ConvolutionShape> most = new LinkedHashMap<>();
    for (ConvolutionShape shape : all) {
      List<Integer> kind =
          List.of(shape.kernel(), shape.stride(), shape.inputs() % BLOCK, shape.outputs() % BLOCK);
      fewest.merge(kind, shape, BinaryOperator.minBy(comparing(ConvolutionShape::weights)));
      most.merge(kind, shape, BinaryOperator.maxBy(comparing(ConvolutionShape::weights)));
    }
    Set<ConvolutionShape> kinds = new LinkedHashSet<>(fewest.values());
    kinds.addAll(most.values());
    return kinds;
  }

  /** The fewest and the most channels of layers whose weights have this name and number of axes. */
  private static Set<Integer> ends(UNetConfig config, Predicate<String> named, int axes) {
    IntSummaryStatistics channels =
        UNetModel.parameterShapes(config).entrySet().stream()
            .filter(entry -> named.test(entry.getKey()) && entry.getValue().length == axes)
            .mapToInt(entry -> (int) entry.getValue()[axes == 1 ? 0 : 1])
            .summaryStatistics();
    return new LinkedHashSet<>(List.of(channels.getMin(), channels.getMax()));
  }

  private static ProbedLayer convolution(ConvolutionShape shape, Engine engine) {
    boolean many = shape.inputs() * shape.outputs() > MANY;
    int side = Math.min(shape.side(), many ? SIDE_OF_MANY : SIDE);
    ConvolutionShape cut =
        new ConvolutionShape(shape.inputs(), shape.outputs(), shape.kernel(), shape.stride(), side);
    return new ProbedLayer(
        cut.toString(),
        engine,
        cut.inputs(),
        side,
        1,
        path ->
            new Convolution(
                path, cut.inputs(), cut.outputs(), cut.kernel(), cut.stride(), Init.FAN_IN));
  }

  private static ProbedLayer norm(int channels, UNetConfig config, Engine engine) {
    return new ProbedLayer(
        "norm " + channels,
        engine,
        channels,
        Math.min(config.imageSize(), GroupNorm.sideThatFuses(channels)),
        1,
        path -> {
          GroupNorm norm = new GroupNorm(path, channels);
          return (x, condition) -> norm.activated(x);
        });
  }

  private static ProbedLayer attention(int channels, UNetConfig config, Engine engine) {
    int heads = config.heads(channels);
    return new ProbedLayer(
        "attention %s, %s heads".formatted(channels, heads),
        engine,
        channels,
        Math.min(config.imageSize(), SIDE),
        1,
        path -> AttentionBlock.of(path, channels, heads, config));
  }

  /** The first residual block: how embedding, norm and convolutions meet. */
  private static ProbedLayer block(UNetConfig config, Engine engine) {
    int channels = config.modelChannels() * config.channelMult().get(0);
    return new ProbedLayer(
        "residual block " + channels,
        engine,
        channels,
        Math.min(config.imageSize(), SIDE),
        config.embeddingChannels(),
        path -> new ResBlock(path, channels, channels, Resampling.NONE, config, new Dropout(0)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, Tensor> compute(Precision precision) {
    if (parameters == null) {
      Parameters declared = new Parameters();
      layer = maker.apply(new LayerPath(declared, "layer"));
      declared.materialise(engine, new ExactSource());
      parameters = declared;
    }
    Map<String, Tensor> results = new LinkedHashMap<>();
    Engine own = engine.with(precision);
    train(own, results);
    infer(own, 1, results);
    infer(own, IMAGES, results);
    return results;
  }

  private void train(Engine own, Map<String, Tensor> results) {
    parameters.requireGradients(true);
    parameters.collectGradientsIn(torch.zeros_like(parameters.flat()));
    Tensor x = images(IMAGES).requires_grad_(true);
    try (Condition condition = condition(IMAGES)) {
      Tensor output = forward(own, x, condition);
      results.put("output in training", output.detach());
      output.mul(weights(output)).sum().backward();
    }
    results.put("gradient of the input", x.grad());
    parameters
        .tensors()
        .forEach(
            (parameter, values) ->
                results.put(
                    "gradient of " + parameter.substring("layer.".length()), values.grad()));
    parameters.requireGradients(false);
  }

  private void infer(Engine own, int count, Map<String, Tensor> results) {
    try (Gradients off = Gradients.off();
        Condition condition = condition(1)) {
      results.put("output in inference of " + count, forward(own, images(count), condition));
    }
  }

  private Tensor forward(Engine own, Tensor x, Condition condition) {
    return layer
        .forward(new Features(own.activations(x)), condition)
        .to(torch.ScalarType.Float)
        .contiguous();
  }

  private Tensor images(int count) {
    return ExactSource.tensor(engine, count, channels, side, side);
  }

  private Condition condition(int rows) {
    return new Condition(ExactSource.tensor(engine, rows, embedding));
  }

  /** The loss weight of each pixel. */
  private Tensor weights(Tensor output) {
    return ExactSource.tensor(engine, Tensors.shape(output));
  }

  @Override
  public void close() {
    if (parameters != null) {
      parameters.close();
    }
  }
}
