package io.wisp.network;

import org.bytedeco.pytorch.Tensor;

/** Observes the outputs of a network's blocks. */
@FunctionalInterface
public interface BlockTap {
  /** Observes nothing. */
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
