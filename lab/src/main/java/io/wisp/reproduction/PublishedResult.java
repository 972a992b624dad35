package io.wisp.reproduction;

import static io.wisp.activation.ClassActivationKind.GRADCAM;
import static io.wisp.activation.ClassActivationKind.GRADCAM_PLUS_PLUS;
import static io.wisp.activation.ClassActivationKind.LAYERCAM;
import static io.wisp.activation.ClassActivationKind.SCORECAM;
import static io.wisp.activation.PerturbationMethod.CDM;
import static io.wisp.activation.PerturbationMethod.CG_CDM;
import static io.wisp.activation.SegmentationMethod.FSL;
import static io.wisp.activation.TranslationMethod.CG_DIFF;

import io.wisp.activation.MapMethod;
import io.wisp.report.Estimate;
import java.util.List;

/**
 * A line of the paper's tables: mean ± std over four repeats, on an RTX 2080 Ti.
 *
 * @param dice in [0, 1], like {@code iou}
 * @param hd95 in the paper's unit, which it does not tell
 * @param secondsPerImage NaN where it is not told
 */
public record PublishedResult(
    MapMethod method, Estimate dice, Estimate iou, Estimate hd95, double secondsPerImage) {

  /** Table 1. */
  static final List<PublishedResult> BRATS =
      List.of(
          of(GRADCAM, 0.235, 0.075, 0.149, 0.051, 44.4, 8.9, 3.79),
          of(GRADCAM_PLUS_PLUS, 0.281, 0.084, 0.187, 0.059, 32.6, 6.0, 3.59),
          of(SCORECAM, 0.303, 0.053, 0.202, 0.039, 32.7, 2.1, 27.0),
          of(LAYERCAM, 0.276, 0.082, 0.184, 0.058, 30.4, 6.6, 4.07),
          of(CG_DIFF, 0.456, 0.043, 0.325, 0.036, 43.4, 3.0, 116),
          of(CDM, 0.525, 0.057, 0.407, 0.051, 26.0, 5.2, 1.61),
          of(CG_CDM, 0.563, 0.023, 0.450, 0.012, 19.2, 3.2, 2.78),
          of(FSL, 0.902, 0.028, 0.814, 0.023, 8.1, 1.9, 0.31));

  /** Table 2. */
  static final List<PublishedResult> CHAOS =
      List.of(
          of(GRADCAM, 0.105, 0.017, 0.059, 0.010, 33.9, 5.1, Double.NaN),
          of(GRADCAM_PLUS_PLUS, 0.147, 0.016, 0.085, 0.010, 28.5, 4.5, Double.NaN),
          of(SCORECAM, 0.135, 0.024, 0.078, 0.015, 32.1, 6.7, Double.NaN),
          of(LAYERCAM, 0.194, 0.022, 0.131, 0.018, 29.7, 8.1, Double.NaN),
          of(CG_DIFF, 0.235, 0.025, 0.152, 0.020, 27.1, 3.2, Double.NaN),
          of(CDM, 0.263, 0.028, 0.167, 0.042, 26.6, 2.4, Double.NaN),
          of(CG_CDM, 0.311, 0.018, 0.186, 0.014, 23.3, 3.4, Double.NaN),
          of(FSL, 0.847, 0.011, 0.765, 0.023, 3.6, 1.7, Double.NaN));

  private static PublishedResult of(
      MapMethod method,
      double dice,
      double diceStd,
      double iou,
      double iouStd,
      double hd95,
      double hd95Std,
      double seconds) {
    return new PublishedResult(
        method,
        new Estimate(dice, diceStd),
        new Estimate(iou, iouStd),
        new Estimate(hd95, hd95Std),
        seconds);
  }
}
