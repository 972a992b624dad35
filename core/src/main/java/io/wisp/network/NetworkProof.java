package io.wisp.network;

import io.wisp.BadSetting;
import io.wisp.Remedy;
import io.wisp.StopSignal;
import io.wisp.UserError;
import io.wisp.engine.Engine;
import io.wisp.engine.Engine.IfWrong;
import io.wisp.engine.Precision;
import io.wisp.proof.FormatProof;
import io.wisp.proof.Verdict;
import io.wisp.proof.Verdicts;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the engine's number format may be used for a network: its kinds of layers are computed in
 * that format and in float32, forward and backward, as in training and inference.
 */
public final class NetworkProof {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkProof.class);

  private NetworkProof() {}

  /**
   * The engine to use for a network: the given one where its format is float32, trusted or right;
   * else one of float32.
   *
   * @throws UserError if the format was requested and is wrong
   */
  public static Engine proven(NetworkConfig config, Engine engine) {
    return proven(config, engine, new StopSignal());
  }

  /**
   * The same, which can be stopped between layers.
   *
   * @throws java.util.concurrent.CancellationException if a stop is requested before the verdict
   */
  public static Engine proven(NetworkConfig config, Engine engine, StopSignal stop) {
    if (engine.precision() == Precision.FLOAT32) {
      return engine;
    }
    return engine.ifWrong() == IfWrong.TRUST
        ? engine
        : decide(verdict(config, engine, stop), engine);
  }

  /** The engine to use after a verdict on its format, which is not trusted. */
  static Engine decide(Verdict verdict, Engine engine) {
    String format = engine.precision().text();
    String sentence = verdict.sentence();
    if (verdict.right()) {
      return engine.because(
          engine.ifWrong() == IfWrong.REFUSE ? "asked for; " + sentence : sentence);
    }
    if (engine.ifWrong() == IfWrong.REFUSE) {
      throw new BadSetting(
          "precision",
          format,
          "%s comes out wrong on this machine: %s. Compute in float32, or in %s all the same."
              .formatted(format, sentence, format),
          Remedy.PRECISION,
          Remedy.TRUST_PRECISION);
    }
    LOG.warn("{} comes out wrong on this machine, so float32 is used: {}.", format, sentence);
    return inFloat32(verdict, engine);
  }

  /** The replacement for an engine whose format is wrong; its reason says so. */
  public static Engine inFloat32(Verdict wrong, Engine engine) {
    return engine
        .with(Precision.FLOAT32)
        .because("%s comes out wrong: %s".formatted(engine.precision().text(), wrong.sentence()));
  }

  /** The verdict on the engine's format, from an earlier proof if there is one. */
  static Verdict verdict(NetworkConfig config, Engine engine, StopSignal stop) {
    List<ProbedLayer> layers = LayerKinds.of(config, engine);
    return Verdicts.find(engine, names(layers)).orElseGet(() -> prove(layers, engine, stop));
  }

  /**
   * The verdict on the engine's format, computed now.
   *
   * @throws java.util.concurrent.CancellationException if a stop is requested before the verdict
   */
  public static Verdict fresh(NetworkConfig config, Engine engine, StopSignal stop) {
    return prove(LayerKinds.of(config, engine), engine, stop);
  }

  private static Verdict prove(List<ProbedLayer> layers, Engine engine, StopSignal stop) {
    Verdict verdict = FormatProof.of(engine, layers, stop);
    Verdicts.keep(engine, names(layers), verdict);
    return verdict;
  }

  private static List<String> names(List<ProbedLayer> layers) {
    return layers.stream().map(ProbedLayer::name).toList();
  }
}
