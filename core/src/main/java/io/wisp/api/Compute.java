package io.wisp.api;

import io.wisp.BadSetting;
import io.wisp.engine.DeviceChoice;
import io.wisp.engine.Engine;
import io.wisp.engine.EngineChoice;
import io.wisp.engine.PrecisionChoice;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Where and how to compute.
 *
 * @param device {@code auto}, {@code cpu} or {@code cuda}
 * @param precision {@code auto}, {@code float32} or {@code bfloat16}
 * @param threads per operator; empty for as many as the system gives this process
 */
public record Compute(String device, String precision, OptionalInt threads) {
  /** Whatever is fastest on this machine and correct. */
  public static final Compute AUTO = new Compute("auto", "auto", OptionalInt.empty());

  /** In float32 on the CPU: the reference. */
  public static final Compute REFERENCE = new Compute("cpu", "float32", OptionalInt.empty());

  public Compute {
    choice(DeviceChoice.class, "device", device);
    choice(PrecisionChoice.class, "precision", precision);
  }

  Engine engine() {
    return Engine.choose(
        new EngineChoice(
            choice(DeviceChoice.class, "device", device),
            choice(PrecisionChoice.class, "precision", precision),
            false,
            threads));
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String name, String value) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                new BadSetting(
                    name,
                    value,
                    "%s is %s, but must be one of %s."
                        .formatted(
                            name,
                            value,
                            Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT))));
  }
}
