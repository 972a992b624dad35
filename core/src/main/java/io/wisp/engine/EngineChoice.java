package io.wisp.engine;

import java.util.OptionalInt;

/**
 * What the user asks for.
 *
 * @param device a device by name, or the best there is
 * @param precision a number format, or the fastest that this machine computes correctly
 * @param trust whether a requested number format is used without proof
 * @param threads per operator, or as many as Wisp chooses
 */
public record EngineChoice(
    DeviceChoice device, PrecisionChoice precision, boolean trust, OptionalInt threads) {
  /** Device and number format; all else is Wisp's choice. */
  public static EngineChoice of(DeviceChoice device, PrecisionChoice precision) {
    return new EngineChoice(device, precision, false, OptionalInt.empty());
  }
}
