package io.wisp.network;

import io.wisp.engine.Engine;

/**
 * What networks have in common, whatever their output.
 *
 * <p>Several threads may run one at the same time while it is not in training; a single thread
 * trains it, and no other runs it meanwhile. Whoever made it closes it, after its last run; that
 * closes its {@link Parameters}, too.
 */
public interface Network extends AutoCloseable {
  NetworkConfig config();

  /** Where it computes. */
  Engine engine();

  Parameters parameters();

  /** Switches dropout, and whether the parameters record gradients. */
  void training(boolean on);

  @Override
  void close();
}
