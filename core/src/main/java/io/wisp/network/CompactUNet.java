package io.wisp.network;

import io.wisp.engine.Engine;
import io.wisp.engine.OneDnn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A U-Net made for one forward pass (Ronneberger et al. 2015, with residual blocks and group norm):
 * images and their neighbouring slices in; out come the object's logits at each pixel and, from the
 * largest value of each of the deepest channels, a logit of the image holding it at all.
 */
public final class CompactUNet implements SegmentationNetwork {
  private static final long[] PIXELS = {2, 3};

  private final CompactUNetConfig config;
  private final Engine engine;
  private final Parameters parameters = new Parameters();
  private final List<List<ConvolutionBlock>> down = new ArrayList<>();
  private final List<ConvolutionBlock> up = new ArrayList<>();
  private final Convolution pixels;
  private final Linear presence;

  private CompactUNet(CompactUNetConfig config, Engine engine) {
    this.config = config;
    this.engine = engine;
    LayerPath root = new LayerPath(parameters, "");
    int channels = config.inChannels() * config.patch() * config.patch();
    for (int level = 0; level < config.levels(); level++) {
      List<ConvolutionBlock> blocks = new ArrayList<>();
      for (int i = 0; i < config.numResBlocks(); i++) {
        LayerPath path = root.at("down").at(level).at(i);
        blocks.add(new ConvolutionBlock(path, channels, config.width(level)));
        channels = config.width(level);
      }
      down.add(blocks);
    }
    presence = Linear.of(root.at("presence"), channels, 1);
    for (int level = config.levels() - 2; level >= 0; level--) {
      int width = config.width(level);
      up.add(new ConvolutionBlock(root.at("up").at(level), channels + width, width));
      channels = width;
    }
    pixels = Convolution.same(root.at("pixels"), channels, config.patch() * config.patch(), 1);
  }

  /**
   * A network with values from the source.
   *
   * @param engine where to compute; {@link NetworkProof} checks its number format first
   */
  public static CompactUNet create(
      CompactUNetConfig config, Engine engine, ParameterSource source) {
    Engine proven = NetworkProof.proven(config, engine);
    CompactUNet model = new CompactUNet(config, proven);
    model.parameters.materialise(proven, source);
    return model;
  }

  /** The parameters' names and shapes, without values. */
  static Parameters parameters(CompactUNetConfig config) {
    return new CompactUNet(config, null).parameters;
  }

  /** Every convolution of a forward. */
  static List<ConvolutionShape> convolutions(CompactUNetConfig config) {
    List<ConvolutionShape> shapes = new ArrayList<>();
    for (Map.Entry<String, long[]> parameter : parameters(config).shapes().entrySet()) {
      long[] shape = parameter.getValue();
      if (shape.length == ConvolutionShape.KERNEL_AXES) {
        String[] path = parameter.getKey().split("\\.");
        int level = path[0].equals("pixels") ? 0 : Integer.parseInt(path[1]);
        shapes.add(
            new ConvolutionShape(
                (int) shape[1], (int) shape[0], (int) shape[2], 1, config.side(level)));
      }
    }
    return shapes;
  }

  @Override
  public Output forward(Tensor x) {
    Tensor h = engine.activations(torch.pixel_unshuffle(x, config.patch()));
    Deque<Tensor> skips = new ArrayDeque<>();
    for (int level = 0; level < config.levels(); level++) {
      h = level == 0 ? h : Resampling.DOWN.apply(h);
      for (ConvolutionBlock block : down.get(level)) {
        h = block.forward(List.of(h));
      }
      skips.push(h);
    }
    Tensor deepest = skips.pop();
    for (ConvolutionBlock block : up) {
      h = block.forward(List.of(layout(Resampling.UP.apply(h)), skips.pop()));
    }
    Tensor logits = pixels.forward(List.of(h)).to(torch.ScalarType.Float);
    return new Output(
        torch.pixel_shuffle(logits.contiguous(), config.patch()), Optional.of(presenceOf(deepest)));
  }

  /** The layout of the other features: resampling may change it. */
  private static Tensor layout(Tensor x) {
    return OneDnn.serves(x) ? OneDnn.channelsLast(x) : x;
  }

  private Tensor presenceOf(Tensor deepest) {
    Tensor strongest = torch.amax(deepest.to(torch.ScalarType.Float), PIXELS, false);
    return presence.forward(strongest).squeeze(1);
  }

  @Override
  public void training(boolean on) {
    parameters.requireGradients(on);
  }

  @Override
  public CompactUNetConfig config() {
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
