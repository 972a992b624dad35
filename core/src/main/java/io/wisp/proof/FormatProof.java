package io.wisp.proof;

import io.wisp.StopSignal;
import io.wisp.engine.Engine;
import io.wisp.engine.Precision;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Computes layers in a number format, several times in soiled memory, and compares them with
 * float32.
 */
public final class FormatProof {
  /** Faults that depend on the content of memory do not show each time. */
  private static final int RUNS = 3;

  private final Engine engine;
  private Verdict worst;

  private FormatProof(Engine engine) {
    this.engine = engine;
    this.worst = new Verdict(engine.precision(), 0, "", "", 0, "");
  }

  /**
   * The verdict on the engine's format; closes the probes. It ends at the first wrong layer.
   *
   * @throws java.util.concurrent.CancellationException if a stop is requested before the end
   */
  public static Verdict of(Engine engine, List<? extends LayerProbe> probes, StopSignal stop) {
    FormatProof proof = new FormatProof(engine);
    for (LayerProbe probe : probes) {
      try (probe) {
        if (proof.worst.right() && !stop.requested()) {
          proof.check(probe);
        }
      }
    }
    stop.throwIfRequested();
    Verdict found = proof.worst;
    return new Verdict(
        found.precision(),
        probes.size(),
        found.layer(),
        found.result(),
        found.error(),
        found.refusal());
  }

  private void check(LayerProbe probe) {
    try (Scope scope = new Scope()) {
      Map<String, Tensor> expected = probe.compute(Precision.FLOAT32);
      for (int run = 0; run < RUNS && worst.right(); run++) {
        try (Scope oneRun = new Scope()) {
          Soil.spread(engine);
          compare(probe.name(), probe.compute(engine.precision()), expected);
        } catch (RuntimeException refused) { // what LibTorch throws has no type of its own
          String first = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
          note(probe.name(), "", Double.POSITIVE_INFINITY, first);
        }
      }
    }
  }

  private void compare(String layer, Map<String, Tensor> actual, Map<String, Tensor> expected) {
    actual.forEach(
        (result, values) -> note(layer, result, error(values, expected.get(result)), ""));
  }

  private void note(String layer, String result, double error, String refusal) {
    if (worst.layer().isEmpty() || error > worst.error()) {
      worst = new Verdict(engine.precision(), 0, layer, result, error, refusal);
    }
  }

  private static double error(Tensor actual, Tensor expected) {
    double largest = largest(expected);
    double difference = largest(actual.sub(expected)) / (largest == 0 ? 1 : largest);
    return Double.isFinite(difference) ? difference : Double.POSITIVE_INFINITY;
  }

  /** NaN if any value is. */
  private static double largest(Tensor values) {
    return Tensors.toFloats(values.abs().max())[0];
  }
}
