package io.wisp.activation;

import io.wisp.BadSetting;

/**
 * How a classifier steers both branches of Algorithm 1 (CG-CDM).
 *
 * @param scale s; 0 for no guidance
 */
public record GuidanceSettings(double scale) implements MethodSettings {
  /** Of CG-CDM. */
  public static final MethodSection<GuidanceSettings> SECTION =
      new MethodSection<>("cg_cdm", GuidanceSettings.class, published());

  public GuidanceSettings {
    if (scale < 0) {
      throw new BadSetting(
          "cg_cdm.scale", scale, "cg_cdm.scale is " + scale + ", but must be 0 or more.");
    }
  }

  /** s = 10. */
  public static GuidanceSettings published() {
    return new GuidanceSettings(10);
  }
}
