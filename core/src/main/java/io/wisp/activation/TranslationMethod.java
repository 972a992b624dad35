package io.wisp.activation;

import io.wisp.BadSetting;
import io.wisp.diffusion.Guidance;
import java.util.List;
import java.util.Set;

/** The methods that translate an image to a healthy one, and compare the two. */
public enum TranslationMethod implements MapMethod {
  /** Encoded under the healthy label, decoded as healthy with guidance by a classifier. */
  CG_DIFF("cg-diff", "CG-Diff", "Q 400, s 100", Set.of(RunKind.DIFFUSION, RunKind.CLASSIFIER)) {
    @Override
    Guidance guidance(MethodInputs inputs) {
      return inputs.guidance(inputs.settings(TranslationSettings.SECTION).scale());
    }
  },
  /** Encoded and decoded under the healthy label. */
  CG_DIFF_UNGUIDED("cg-diff-unguided", "CG-Diff unguided", "Q 400", Set.of(RunKind.DIFFUSION)),
  /** Encoded under the label of the object, decoded under the healthy one. */
  CG_DIFF_CONDITIONAL(
      "cg-diff-conditional", "CG-Diff conditional", "Q 400", Set.of(RunKind.DIFFUSION)) {
    @Override
    int encodedAs(MethodInputs inputs) {
      return inputs.present();
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // a record of List.of and Set.of
  private final MethodDescription description;

  TranslationMethod(String name, String title, String published, Set<RunKind> asks) {
    description =
        new MethodDescription(
            name, title, MethodType.DM, asks, List.of(TranslationSettings.SECTION), published);
  }

  Guidance guidance(MethodInputs inputs) {
    return Guidance.NONE;
  }

  /** The label under which images are encoded. */
  int encodedAs(MethodInputs inputs) {
    return inputs.absent();
  }

  @Override
  public MethodDescription description() {
    return description;
  }

  @Override
  public ActivationMethod make(MethodInputs inputs) {
    TranslationSettings settings = inputs.settings(TranslationSettings.SECTION);
    int last = inputs.losses().diffusion().schedule().steps() - 1;
    if (settings.noiseLevel() > last) {
      throw new BadSetting(
          "cg_diff.noise_level",
          settings.noiseLevel(),
          "cg_diff.noise_level is %s, but diffusion.steps is %s: levels go up to %s."
              .formatted(settings.noiseLevel(), last + 1, last));
    }
    return new HealthyTranslation(
        inputs.predictor(),
        inputs.losses(),
        settings,
        encodedAs(inputs),
        inputs.absent(),
        guidance(inputs),
        inputs.batch());
  }
}
