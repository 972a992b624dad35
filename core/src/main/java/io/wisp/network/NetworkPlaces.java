package io.wisp.network;

import java.util.List;

/**
 * The image size at each layer of a U-Net, by the layer's name. Blocks are numbered as in
 * guided-diffusion: a level has its residual blocks and then one more, which changes the size in
 * the encoder, and is the last of its level in the decoder.
 *
 * @param config the network
 */
record NetworkPlaces(UNetConfig config) {
  /** Whether a layer is a convolution that halves the image. */
  static boolean halves(String name) {
    return name.endsWith(".op.weight");
  }

  /** Height and width of the image that goes into a convolution. */
  int side(String name) {
    List<String> path = List.of(name.split("\\.", -1));
    return switch (path.get(0)) {
      case "input_blocks" -> goingDown(Integer.parseInt(path.get(1)), halves(name));
      case "middle_block" -> side(levels() - 1);
      case "output_blocks" ->
          goingUp(Integer.parseInt(path.get(1)), Integer.parseInt(path.get(2)) > 0);
      default -> config.imageSize();
    };
  }

  private int goingDown(int block, boolean halves) {
    if (block == 0) {
      return config.imageSize();
    }
    int level = (block - 1) / blocksOfALevel();
    boolean last = (block - 1) % blocksOfALevel() == config.numResBlocks();
    return side(last && !halves ? level + 1 : level);
  }

  /** A convolution after the first layer of a block doubles the image. */
  private int goingUp(int block, boolean doubles) {
    int level = levels() - 1 - block / blocksOfALevel();
    return side(doubles ? level - 1 : level);
  }

  private int blocksOfALevel() {
    return config.numResBlocks() + 1;
  }

  private int levels() {
    return config.channelMult().size();
  }

  private int side(int level) {
    return config.imageSize() >> level;
  }
}
