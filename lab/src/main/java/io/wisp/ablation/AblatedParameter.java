package io.wisp.ablation;

import io.wisp.BadSetting;
import io.wisp.activation.GuidanceSettings;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MapSettings;
import io.wisp.activation.PerturbationSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parameters of Fig. 3, varied one at a time. */
public enum AblatedParameter {
  NOISE_LEVEL("noise-level", "noise level Q") {
    @Override
    MapSettings applied(MapSettings all, double value) {
      return all.withMap(all.map().withNoiseLevels(List.of(whole(value))));
    }
  },
  ITERATIONS("iterations", "iterations R") {
    @Override
    MapSettings applied(MapSettings all, double value) {
      return all.withMap(all.map().withIterations(whole(value)));
    }
  },
  TAU("tau", "moving weight τ") {
    @Override
    MapSettings applied(MapSettings all, double value) {
      return all.withMap(all.map().withTau(value));
    }
  },
  GUIDANCE_SCALE("guidance-scale", "guidance scale s") {
    @Override
    MapSettings applied(MapSettings all, double value) {
      return all.with(GuidanceSettings.SECTION, new GuidanceSettings(value));
    }
  };

  private final String name;
  private final String title;

  AblatedParameter(String name, String title) {
    this.name = name;
    this.title = title;
  }

  /** The settings with another value of this parameter. */
  abstract MapSettings applied(MapSettings all, double value);

  /** The parameter of that name. */
  public static Optional<AblatedParameter> of(String name) {
    return Arrays.stream(values()).filter(one -> one.name.equals(name)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(AblatedParameter::parameterName).toList();
  }

  /** The name on the command line. */
  public String parameterName() {
    return name;
  }

  /** In words and with its symbol. */
  public String title() {
    return title;
  }

  /** Whether the method uses this parameter. */
  public boolean concerns(MapMethod method) {
    return method
        .sections()
        .contains(this == GUIDANCE_SCALE ? GuidanceSettings.SECTION : PerturbationSettings.SECTION);
  }

  int whole(double value) {
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new BadSetting(
          name,
          value,
          "One of the values of %s is %s, but it takes whole numbers.".formatted(name, value));
    }
    return (int) value;
  }
}
