package io.wisp.golden;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of golden files that Wisp can recompute, as their metadata {@code kind} names them. */
@SuppressWarnings("ImmutableEnumChecker") // checks hold no state
enum GoldenKind {
  UNET("UNetModel", NetworkChecks::unet),
  ENCODER("EncoderUNetModel", NetworkChecks::encoder),
  SCHEDULE("schedule", ScheduleCheck::run),
  DIFFUSION("diffusion", DiffusionCheck::run),
  ALGORITHM("algorithm1", AlgorithmCheck::run),
  TRANSLATION("cgdiff", TranslationCheck::run),
  CLASS_ACTIVATION("cams", ClassActivationCheck::run),
  OTSU("otsu", MaskChecks::otsu),
  METRICS("metrics", MaskChecks::metrics);

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

  GoldenCheck check() {
    return check;
  }

  /** Networks also run in formats of fewer bits; everything else is defined in float32 or above. */
  boolean isNetwork() {
    return this == UNET || this == ENCODER;
  }
}
