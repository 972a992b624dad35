package io.wisp.network;

import io.wisp.engine.Engine;

/**
 * What networks have in common, whatever they answer.
 *
 * <p>Several threads may ask one at the same time while it is not trained; one thread alone trains
 * it, and none asks it meanwhile. Whoever made it closes it, after the last answer; its {@link
 * Parameters} go with it.
 */
public sealed interface Network extends AutoCloseable permits UNetModel, EncoderUNetModel {
  UNetConfig config();

  /** Where it computes. */
  Engine engine();

  Parameters parameters();

  /** Switches dropout, and whether the parameters record gradients. */
  void training(boolean on);

  @Override
  void close();
}
