package io.wisp.benchmark;

import io.wisp.engine.Engine;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.RandomSource;
import io.wisp.network.UNetModel;
import io.wisp.training.RunSettings;

/** One of the ways to compute that are compared, with networks of its own. */
final class Variant implements AutoCloseable {
  private static final int SEED = 1;
  private final RunSettings settings;
  private final Engine engine;
  private UNetModel network;
  private EncoderUNetModel classifier;
  private UNetModel segmenter;

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

  /** A segmenter of random values, made when it is first asked for. */
  UNetModel segmenter() {
    if (segmenter == null) {
      segmenter = UNetModel.create(settings.segmenterNetwork(), engine, new RandomSource(SEED));
    }
    return segmenter;
  }

  /** A classifier of random values, made when it is first asked for. */
  EncoderUNetModel classifier() {
    if (classifier == null) {
      classifier =
          EncoderUNetModel.create(
              settings.classifier().network().of(settings.network()),
              engine,
              new RandomSource(SEED));
    }
    return classifier;
  }

  @Override
  public void close() {
    if (segmenter != null) {
      segmenter.close();
    }
    if (classifier != null) {
      classifier.close();
    }
    if (network != null) {
      network.close();
    }
  }
}
