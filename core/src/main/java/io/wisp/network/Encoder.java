package io.wisp.network;

import io.wisp.engine.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** The downsampling path and the middle, shared by U-Net and classifier. */
final class Encoder {
  private static final String INPUT = "input_blocks";
  private static final String MIDDLE = "middle_block";

  private final List<List<Layer>> blocks = new ArrayList<>();
  private final List<Layer> middle;
  private final Deque<Integer> skipChannels = new ArrayDeque<>();
  private final UNetConfig config;
  private final Dropout dropout;
  private int channels;
  private int downsampling = 1;

  Encoder(LayerPath root, UNetConfig config, Dropout dropout) {
    this.config = config;
    this.dropout = dropout;
    LayerPath path = root.at(INPUT);
    channels = config.channelMult().get(0) * config.modelChannels();
    add(Convolution.same(path.at(0).at(0), config.inChannels(), channels, 3));
    int levels = config.channelMult().size();
    for (int level = 0; level < levels; level++) {
      for (int i = 0; i < config.numResBlocks(); i++) {
        addResidual(path.at(blocks.size()), config.channelMult().get(level));
      }
      if (level != levels - 1) {
        addDownsampling(path.at(blocks.size()).at(0));
      }
    }
    middle = middleOf(root.at(MIDDLE));
  }

  private void addResidual(LayerPath path, int multiple) {
    List<Layer> block = new ArrayList<>();
    int outputs = multiple * config.modelChannels();
    block.add(new ResBlock(path.at(0), channels, outputs, Resampling.NONE, config, dropout));
    channels = outputs;
    if (config.attentionResolutions().contains(downsampling)) {
      block.add(AttentionBlock.of(path.at(1), channels, config.heads(channels), config));
    }
    add(block.toArray(Layer[]::new));
  }

  private void addDownsampling(LayerPath path) {
    add(
        config.resblockUpdown()
            ? new ResBlock(path, channels, channels, Resampling.DOWN, config, dropout)
            : Resampling.layer(path, Resampling.DOWN, channels, config.convResample()));
    downsampling *= 2;
  }

  private List<Layer> middleOf(LayerPath path) {
    return List.of(
        new ResBlock(path.at(0), channels, channels, Resampling.NONE, config, dropout),
        AttentionBlock.of(path.at(1), channels, config.heads(channels), config),
        new ResBlock(path.at(2), channels, channels, Resampling.NONE, config, dropout));
  }

  private void add(Layer... layers) {
    blocks.add(List.of(layers));
    skipChannels.push(channels);
  }

  /** Channels after the middle. */
  int channels() {
    return channels;
  }

  /** Downsampling factor of the middle. */
  int downsampling() {
    return downsampling;
  }

  /** Channels of each block's skip connection, the last one on top. */
  Deque<Integer> skipChannels() {
    return new ArrayDeque<>(skipChannels);
  }

  /**
   * Runs the downsampling path and the middle.
   *
   * @param skips filled with each block's output, the last one on top
   */
  Tensor forward(Tensor x, Condition condition, Deque<Features> skips) {
    return forward(x, condition, skips, BlockTap.NONE);
  }

  /** The same, with an observer of the blocks' outputs. */
  Tensor forward(Tensor x, Condition condition, Deque<Features> skips, BlockTap tap) {
    Features h = new Features(x);
    for (int i = 0; i < blocks.size(); i++) {
      h = new Features(tap.passed(INPUT + "." + i, run(blocks.get(i), h, condition)));
      skips.push(h);
    }
    return tap.passed(MIDDLE, run(middle, h, condition));
  }

  /** The names of the blocks, in forward order. */
  List<String> blockNames() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      names.add(INPUT + "." + i);
    }
    names.add(MIDDLE);
    return names;
  }

  /** Runs layers one after another; intermediate tensors are freed at once. */
  static Tensor run(List<Layer> block, Features x, Condition condition) {
    Features h = x;
    for (Layer layer : block) {
      try (Scope scope = new Scope()) {
        h = new Features(scope.escape(layer.forward(h, condition)));
      }
    }
    return h.images();
  }
}
