package io.wisp.app;

import io.wisp.engine.DeviceChoice;
import io.wisp.engine.Engine;
import io.wisp.engine.PrecisionChoice;
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
          "Number format: auto (bfloat16 where the hardware has it), float32 or bfloat16."
              + " Default: ${DEFAULT-VALUE}.")
  private PrecisionChoice precision;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of one operator. Default: as many as LibTorch chooses.")
  private Integer threads;

  Engine engine() {
    if (threads != null) {
      Engine.useThreads(threads);
    }
    return Engine.choose(device, precision);
  }
}
