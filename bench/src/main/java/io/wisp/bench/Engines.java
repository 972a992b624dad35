package io.wisp.bench;

import io.wisp.engine.DeviceChoice;
import io.wisp.engine.Engine;
import io.wisp.engine.PrecisionChoice;

/** Where kernels run: on the processor, which is what this module is about. */
final class Engines {
  private Engines() {}

  static Engine cpu() {
    return Engine.choose(DeviceChoice.CPU, PrecisionChoice.AUTO);
  }
}
