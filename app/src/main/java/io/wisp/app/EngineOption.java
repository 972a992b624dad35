package io.wisp.app;

import io.wisp.StopSignal;
import io.wisp.engine.DeviceChoice;
import io.wisp.engine.Engine;
import io.wisp.engine.EngineChoice;
import io.wisp.engine.PrecisionChoice;
import io.wisp.network.NetworkConfig;
import io.wisp.network.NetworkProof;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options that say where to compute; use it as a mixin. */
final class EngineOption {
  @Option(
      names = "--device",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "Where to compute: auto, cpu or cuda. Default: ${DEFAULT-VALUE}.")
  private DeviceChoice device;

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      defaultValue = "auto",
      description =
          "Number format: auto (bfloat16 if the hardware has it and computes the network's layers"
              + " correctly), float32 or bfloat16. Default: ${DEFAULT-VALUE}.")
  private PrecisionChoice precision;

  @Option(
      names = "--trust-precision",
      description = "Use the format of --precision even if it computes layers wrong.")
  private boolean trust;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads per operator. Default: as many as the system allows this process.")
  private Integer threads;

  Engine engine() {
    return Engine.choose(
        new EngineChoice(
            device,
            precision,
            trust,
            threads == null ? OptionalInt.empty() : OptionalInt.of(threads)));
  }

  /** The engine for a network, after the proof of its number format, which can be stopped. */
  Engine engine(NetworkConfig network, StopSignal stop) {
    return NetworkProof.proven(network, engine(), stop);
  }
}
