package io.wisp.reproduction;

import io.wisp.activation.MapMethod;

/** What the paper's tables sort methods by. */
public enum MethodType {
  /** Class activation maps. */
  CAM,
  /** Diffusion models. */
  DM,
  /** Self-training on a weak method's masks. */
  ST,
  /** Fully supervised learning. */
  FSL;

  /** The type of a method. */
  public static MethodType of(MapMethod method) {
    return switch (method) {
      case GRADCAM, GRADCAM_PLUS_PLUS, SCORECAM, LAYERCAM -> CAM;
      case CDM, CG_CDM, CG_DIFF, CG_DIFF_UNGUIDED, CG_DIFF_CONDITIONAL -> DM;
      case STUDENT -> ST;
      case FSL -> FSL;
    };
  }
}
