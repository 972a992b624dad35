package io.wisp.training;

import io.wisp.engine.Engine;
import io.wisp.engine.Tensors;
import io.wisp.network.Network;
import org.bytedeco.pytorch.Tensor;

/**
 * A batch on the device.
 *
 * @param x0 images, [N, C, H, W]
 * @param noise ε, of the same shape
 * @param timesteps t, [N]
 * @param labels y, [N]
 * @param told 1 where the network gets the label, else 0, [N, 1]
 * @param positions the images' positions in their scans, [N]
 */
record BatchTensors(
    Tensor x0, Tensor noise, Tensor timesteps, Tensor labels, Tensor told, Tensor positions) {
  static BatchTensors of(Batch batch, Network network) {
    Engine engine = network.engine();
    long side = network.config().imageSize();
    long[] shape = {batch.size(), network.config().inChannels(), side, side};
    return new BatchTensors(
        Tensors.floats(batch.images(), engine, shape),
        Tensors.floats(batch.noise(), engine, shape),
        Tensors.longs(batch.timesteps(), engine),
        Tensors.longs(batch.labels(), engine),
        Tensors.floats(batch.told(), engine, batch.size(), 1),
        Tensors.floats(batch.positions(), engine, batch.size()));
  }
}
