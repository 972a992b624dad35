package io.wisp.network;

import org.bytedeco.pytorch.Tensor;

/** One step of a network: images in, images out, conditioned on an embedding. */
@FunctionalInterface
interface Layer {
  /**
   * Applies the layer.
   *
   * @param x images
   * @param condition timestep, label and position; layers that do not need them ignore it
   */
  Tensor forward(Features x, Condition condition);
}
