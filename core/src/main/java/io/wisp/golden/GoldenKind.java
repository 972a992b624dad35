package io.wisp.golden;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of golden files that Wisp can recompute, as their metadata {@code kind} names them. */
@SuppressWarnings("ImmutableEnumChecker") // checks hold no state
enum GoldenKind {
  UNET("UNetModel", NetworkChecks::unet),
  ENCODER("EncoderUNetModel", NetworkChecks::encoder),
  SCHEDULE("schedule", ScheduleCheck::run),
  DIFFUSION("diffusion", DiffusionCheck::run),
  ALGORITHM("algorithm1", AlgorithmCheck::run),
  OTSU("otsu", MaskChecks::otsu),
  METRICS("metrics", MaskChecks::metrics);

  static final String GUIDANCE_IS_MISSING = "needs classifier guidance, not built yet";

  private static final Map<String, String> NOT_YET =
      Map.of("cams", "class activation maps are not built yet", "cgdiff", GUIDANCE_IS_MISSING);

  private final String text;
  private final GoldenCheck check;

  GoldenKind(String text, GoldenCheck check) {
    this.text = text;
    this.check = check;
  }

  static Optional<GoldenKind> of(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(kind -> kind.text).toList();
  }

  /** Why a file of another kind is not compared. */
  static String whyNot(String text) {
    return NOT_YET.getOrDefault(text, "Wisp does not know this kind");
  }

  GoldenCheck check() {
    return check;
  }

  /** Networks also compute in formats of fewer bits; all else is defined in float32 and above. */
  boolean isNetwork() {
    return this == UNET || this == ENCODER;
  }
}
