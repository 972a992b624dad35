package io.wisp.activation;

import io.wisp.diffusion.Guidance;
import java.util.List;
import java.util.Set;

/** The methods that perturb the condition: Algorithm 1. */
public enum PerturbationMethod implements MapMethod {
  /** Algorithm 1. */
  CDM(
      "cdm",
      "CDM",
      Set.of(RunKind.DIFFUSION),
      List.of(PerturbationSettings.SECTION),
      "Q 400, R 10, τ 0.95") {
    @Override
    Guidance guidance(MethodInputs inputs) {
      return Guidance.NONE;
    }
  },
  /** Algorithm 1, guided by a classifier. */
  CG_CDM(
      "cg-cdm",
      "CG-CDM",
      Set.of(RunKind.DIFFUSION, RunKind.CLASSIFIER),
      List.of(PerturbationSettings.SECTION, GuidanceSettings.SECTION),
      "Q 400, R 10, τ 0.95, s 10") {
    @Override
    public MethodSettings settings(MapSettings all) {
      return new GuidedPerturbationSettings(all.map(), all.of(GuidanceSettings.SECTION));
    }

    @Override
    Guidance guidance(MethodInputs inputs) {
      return inputs.guidance(inputs.settings(GuidanceSettings.SECTION).scale());
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // a record of List.of and Set.of
  private final MethodDescription description;

  PerturbationMethod(
      String name,
      String title,
      Set<RunKind> asks,
      List<MethodSection<?>> sections,
      String published) {
    description = new MethodDescription(name, title, MethodType.DM, asks, sections, published);
  }

  abstract Guidance guidance(MethodInputs inputs);

  @Override
  public MethodDescription description() {
    return description;
  }

  @Override
  public boolean signed() {
    return true;
  }

  @Override
  public ActivationMethod make(MethodInputs inputs) {
    PerturbationSettings settings = inputs.settings(PerturbationSettings.SECTION);
    ActivationMethod method =
        new ConditionPerturbation(
            inputs.predictor(),
            inputs.losses(),
            settings,
            inputs.present(),
            inputs.absent(),
            inputs.noise(),
            inputs.batch(),
            guidance(inputs));
    return settings.flips().around(method, inputs.predictor().config().imageSize());
  }
}
