package io.wisp.network;

import org.bytedeco.pytorch.Tensor;

/** One step of a network: images in, images out, steered by the embedding of time and label. */
@FunctionalInterface
interface Layer {
  /**
   * Applies the layer.
   *
   * @param x images
   * @param condition timestep and label; layers that do not need them ignore it
   */
  Tensor forward(Features x, Condition condition);
}
