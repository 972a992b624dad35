package io.wisp.benchmark;

import io.wisp.activation.RunKind;
import io.wisp.engine.Engine;
import io.wisp.network.Network;
import io.wisp.network.RandomSource;
import io.wisp.network.UNetModel;
import io.wisp.training.RunSettings;
import java.util.EnumMap;
import java.util.Map;

/** One of the compared variants, with networks of its own. */
final class Variant implements AutoCloseable {
  private static final int SEED = 1;
  private final RunSettings settings;
  private final Engine engine;
  private final Map<RunKind, Network> networks = new EnumMap<>(RunKind.class);

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

  /** The diffusion model. */
  UNetModel network() {
    return (UNetModel) network(RunKind.DIFFUSION);
  }

  /** A network of random values, created on first use. */
  Network network(RunKind kind) {
    return networks.computeIfAbsent(
        kind, k -> settings.createNetwork(k, engine, new RandomSource(SEED)));
  }

  @Override
  public void close() {
    networks.values().forEach(Network::close);
  }
}
