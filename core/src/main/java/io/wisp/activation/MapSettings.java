package io.wisp.activation;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * The settings of all methods.
 *
 * @param contrast of all methods: which label is sought, against which
 * @param map of Algorithm 1
 * @param cgCdm of its guidance
 * @param cgDiff of the translation to the healthy class
 * @param cam of class activation maps
 * @param fsl of the supervised network
 * @param student of the network that learned from a weak method's masks
 */
@RecordBuilder
public record MapSettings(
    ContrastSettings contrast,
    PerturbationSettings map,
    GuidanceSettings cgCdm,
    TranslationSettings cgDiff,
    ClassActivationSettings cam,
    SupervisedSettings fsl,
    SupervisedSettings student)
    implements MapSettingsBuilder.With {

  /** All as published. */
  public static MapSettings published() {
    return new MapSettings(
        ContrastSettings.usual(),
        PerturbationSettings.published(),
        GuidanceSettings.published(),
        TranslationSettings.published(),
        ClassActivationSettings.published(),
        SupervisedSettings.usual(),
        SupervisedSettings.usual());
  }

  /** Those of one method. */
  public MethodSettings of(MapMethod method) {
    return switch (method) {
      case CDM -> map;
      case CG_CDM -> new GuidedPerturbationSettings(map, cgCdm);
      case CG_DIFF, CG_DIFF_UNGUIDED, CG_DIFF_CONDITIONAL -> cgDiff;
      case GRADCAM, GRADCAM_PLUS_PLUS, SCORECAM, LAYERCAM -> cam;
      case FSL -> fsl;
      case STUDENT -> student;
    };
  }
}
