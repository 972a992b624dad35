package io.wisp.network;

import static java.util.Comparator.comparing;

import io.wisp.engine.Engine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/** Finds the kinds of layers that a network has: equal ones are computed once. */
final class LayerKinds {
  /** A multiple of the channels that kernels of any processor take at once. */
  private static final int BLOCK = 64;

  private static final int SIDE = 16;

  /** For a layer with more weights than {@link #MANY}, which would take too long. */
  private static final int SIDE_OF_MANY = 8;

  private static final int MANY = 1 << 16;

  private LayerKinds() {}

  /** The kinds of layers of a network. */
  static List<ProbedLayer> of(NetworkConfig config, Engine engine) {
    Map<String, ProbedLayer> kinds = new LinkedHashMap<>();
    for (ConvolutionShape shape : kindsOf(ConvolutionShape.of(config))) {
      add(kinds, convolution(shape, engine));
    }
    if (config instanceof CompactUNetConfig compact) {
      addNorms(kinds, CompactUNet.parameters(compact).shapes(), compact.imageSize(), engine);
      add(kinds, block(compact, engine));
    } else {
      add(kinds, (UNetConfig) config, engine);
    }
    return new ArrayList<>(kinds.values());
  }

  private static void add(Map<String, ProbedLayer> kinds, UNetConfig config, Engine engine) {
    Map<String, long[]> shapes = UNetModel.parameterShapes(config);
    addNorms(kinds, shapes, config.imageSize(), engine);
    for (int channels : ends(shapes, name -> name.endsWith("qkv.weight"), 3)) {
      add(kinds, attention(channels, config, engine));
    }
    add(kinds, block(config, engine));
  }

  private static void addNorms(
      Map<String, ProbedLayer> kinds, Map<String, long[]> shapes, int largest, Engine engine) {
    for (int channels : ends(shapes, name -> name.endsWith(".weight"), 1)) {
      add(kinds, norm(channels, largest, engine));
    }
  }

  private static void add(Map<String, ProbedLayer> kinds, ProbedLayer layer) {
    kinds.putIfAbsent(layer.name(), layer);
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
  private static Set<Integer> ends(Map<String, long[]> shapes, Predicate<String> named, int axes) {
    IntSummaryStatistics channels =
        shapes.entrySet().stream()
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

  private static ProbedLayer norm(int channels, int largest, Engine engine) {
    return new ProbedLayer(
        "norm " + channels,
        engine,
        channels,
        Math.min(largest, GroupNorm.sideThatFuses(channels)),
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

  /** A block of the first level: how convolutions and norms meet. */
  private static ProbedLayer block(CompactUNetConfig config, Engine engine) {
    int channels = config.width(0);
    return new ProbedLayer(
        "convolution block " + channels,
        engine,
        channels,
        Math.min(config.side(0), SIDE),
        1,
        path -> {
          ConvolutionBlock block = new ConvolutionBlock(path, channels, channels);
          return (x, condition) -> block.forward(List.of(x.images()));
        });
  }
}
