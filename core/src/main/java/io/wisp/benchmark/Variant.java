package io.wisp.benchmark;

import io.wisp.engine.Engine;
import io.wisp.network.RandomSource;
import io.wisp.network.UNetModel;
import io.wisp.training.RunSettings;

/** One of the ways to compute that are compared, with a network of its own. */
final class Variant implements AutoCloseable {
  private static final int SEED = 1;
  private final RunSettings settings;
  private final Engine engine;
  private UNetModel network;

  Variant(RunSettings settings, Engine engine) {
    this.settings = settings;
    this.engine = engine;
  }

  RunSettings settings() {
    return settings;
  }

  Engine engine() {
    return engine;
  }

  /** A network of random values, made when it is first asked for. */
  UNetModel network() {
    if (network == null) {
      network = UNetModel.create(settings.network(), engine, new RandomSource(SEED));
    }
    return network;
  }

  @Override
  public void close() {
    if (network != null) {
      network.close();
    }
  }
}
