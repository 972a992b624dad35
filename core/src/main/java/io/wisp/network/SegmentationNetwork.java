package io.wisp.network;

import io.wisp.engine.Engine;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** A network that tells of each pixel whether it belongs to the object. */
public sealed interface SegmentationNetwork extends Network permits CompactUNet, PlainUNet {
  /**
   * What it says of images.
   *
   * @param pixels logits of the object at each pixel, [N, 1, H, W], float32
   * @param presence logits of the image holding the object anywhere, [N], float32; empty for a
   *     network that does not tell
   */
  record Output(Tensor pixels, Optional<Tensor> presence) {}

  /**
   * Applies the network.
   *
   * @param x images, [N, C, H, W], float32: the channels of the slices from {@link
   *     NetworkConfig#neighbours} before to as many after, slice by slice
   */
  Output forward(Tensor x);

  /** Whether its output says of whole images whether they hold the object. */
  default boolean tellsPresence() {
    return config().tellsPresence();
  }

  /**
   * A network of that shape with values from the source.
   *
   * @param engine where to compute; {@link NetworkProof} checks its number format first
   */
  static SegmentationNetwork create(NetworkConfig config, Engine engine, ParameterSource source) {
    return config instanceof CompactUNetConfig compact
        ? CompactUNet.create(compact, engine, source)
        : new PlainUNet(UNetModel.create((UNetConfig) config, engine, source));
  }

  /** Number of values in a network of that shape; allocates nothing. */
  static long parameterCount(NetworkConfig config) {
    return config instanceof CompactUNetConfig compact
        ? CompactUNet.parameters(compact).count()
        : UNetModel.parameterCount((UNetConfig) config);
  }
}
