package io.wisp.activation;

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
public record MapSettings(
    ContrastSettings contrast,
    PerturbationSettings map,
    GuidanceSettings cgCdm,
    TranslationSettings cgDiff,
    ClassActivationSettings cam,
    SupervisedSettings fsl,
    SupervisedSettings student) {

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

  /** The same settings for another pair of labels. */
  public MapSettings withContrast(ContrastSettings other) {
    return new MapSettings(other, map, cgCdm, cgDiff, cam, fsl, student);
  }

  /** The same settings but for Algorithm 1. */
  public MapSettings withMap(PerturbationSettings other) {
    return new MapSettings(contrast, other, cgCdm, cgDiff, cam, fsl, student);
  }

  /** The same settings but for the guidance of Algorithm 1. */
  public MapSettings withGuidance(GuidanceSettings other) {
    return new MapSettings(contrast, map, other, cgDiff, cam, fsl, student);
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
