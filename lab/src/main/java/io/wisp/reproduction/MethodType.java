package io.wisp.reproduction;

import io.wisp.activation.MapMethod;

/** What the tables sort methods by: the paper's types, and self-training. */
public enum MethodType {
  /** Class activation maps. */
  CAM("CAM"),
  /** Diffusion models. */
  DM("DM"),
  /** Self-training on the masks of a diffusion model. */
  STUDENT("DM + student"),
  /** Fully supervised learning. */
  FSL("FSL");

  private final String title;

  MethodType(String title) {
    this.title = title;
  }

  /** The word in tables. */
  public String title() {
    return title;
  }

  /** The type of a method. */
  public static MethodType of(MapMethod method) {
    return switch (method) {
      case GRADCAM, GRADCAM_PLUS_PLUS, SCORECAM, LAYERCAM -> CAM;
      case CDM, CG_CDM, CG_DIFF, CG_DIFF_UNGUIDED, CG_DIFF_CONDITIONAL -> DM;
      case STUDENT -> STUDENT;
      case FSL -> FSL;
    };
  }
}
