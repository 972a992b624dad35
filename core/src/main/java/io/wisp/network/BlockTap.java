package io.wisp.network;

import org.bytedeco.pytorch.Tensor;

/** Sees what the blocks of a network put out. */
@FunctionalInterface
public interface BlockTap {
  /** Sees nothing. */
  BlockTap NONE = (block, output) -> output;

  /**
   * A block is done.
   *
   * @param block its name, such as {@code input_blocks.3} or {@code middle_block}
   * @param output [N, C, H, W], in the network's number format
   * @return what the next block gets
   */
  Tensor passed(String block, Tensor output);
}
