package io.wisp.activation;

import io.wisp.diffusion.Guidance;
import java.util.List;
import java.util.Set;

/** The methods that perturb the condition: Algorithm 1. */
public enum PerturbationMethod implements MapMethod {
  /** Algorithm 1. */
  CDM("cdm", "CDM", "Q 400, R 10, τ 0.95", Set.of(RunKind.DIFFUSION)) {
    @Override
    public List<MethodSection<?>> sections() {
      return List.of(PerturbationSettings.SECTION);
    }

    @Override
    Guidance guidance(MethodInputs inputs) {
      return Guidance.NONE;
    }
  },
  /** Algorithm 1, guided by a classifier. */
  CG_CDM(
      "cg-cdm",
      "CG-CDM",
      "Q 400, R 10, τ 0.95, s 10",
      Set.of(RunKind.DIFFUSION, RunKind.CLASSIFIER)) {
    @Override
    public List<MethodSection<?>> sections() {
      return List.of(PerturbationSettings.SECTION, GuidanceSettings.SECTION);
    }

    @Override
    public MethodSettings settings(MapSettings all) {
      return new GuidedPerturbationSettings(all.map(), all.of(GuidanceSettings.SECTION));
    }

    @Override
    Guidance guidance(MethodInputs inputs) {
      return inputs.guidance(inputs.settings(GuidanceSettings.SECTION).scale());
    }
  };

  private final String name;
  private final String title;
  private final String published;

  @SuppressWarnings("ImmutableEnumChecker") // of Set.of
  private final Set<RunKind> asks;

  PerturbationMethod(String name, String title, String published, Set<RunKind> asks) {
    this.name = name;
    this.title = title;
    this.published = published;
    this.asks = asks;
  }

  abstract Guidance guidance(MethodInputs inputs);

  @Override
  public String methodName() {
    return name;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public MethodType type() {
    return MethodType.DM;
  }

  @Override
  public Set<RunKind> asks() {
    return asks;
  }

  @Override
  public String publishedParameters() {
    return published;
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
