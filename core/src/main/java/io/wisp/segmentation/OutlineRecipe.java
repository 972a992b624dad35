package io.wisp.segmentation;

import io.wisp.activation.MapMethod;
import io.wisp.activation.MapSettings;
import io.wisp.mask.MapSign;
import io.wisp.mask.MaskRecipe;
import io.wisp.training.RunSettings;

/**
 * One way to make masks with trained networks.
 *
 * @param name in tables
 * @param method that makes maps
 * @param maps its settings, among those of the other methods
 * @param mask how masks are made of the maps
 */
public record OutlineRecipe(String name, MapMethod method, MapSettings maps, MaskRecipe mask) {
  /** Maps that are 0 or more mark the object by high values, whatever the sign of other methods. */
  public OutlineRecipe {
    mask = method.signed() ? mask : mask.withSign(MapSign.SIGNED);
  }

  /** A method with the settings of a run; what a segmenter says is not refined. */
  public static OutlineRecipe of(MapMethod method, RunSettings settings) {
    MaskRecipe mask =
        switch (method) {
          case FSL -> MaskRecipe.ofProbability(settings.fsl().threshold());
          case STUDENT -> MaskRecipe.ofProbability(settings.student().threshold());
          default -> settings.mask();
        };
    return new OutlineRecipe(method.title(), method, settings.maps(), mask);
  }

  /** A method with the paper's settings, and Otsu on each map; the labels are those of the run. */
  public static OutlineRecipe published(MapMethod method, RunSettings settings) {
    String details =
        switch (method) {
          case CDM -> " (Q 400, R 10, τ 0.95)";
          case CG_CDM -> " (Q 400, R 10, τ 0.95, s 10)";
          case CG_DIFF -> " (Q 400, s 100)";
          case CG_DIFF_UNGUIDED, CG_DIFF_CONDITIONAL -> " (Q 400)";
          case GRADCAM, GRADCAM_PLUS_PLUS, SCORECAM, LAYERCAM, FSL, STUDENT -> "";
        };
    OutlineRecipe recipe = of(method, settings.asPublished());
    return recipe.named(method.title() + " as published" + details);
  }

  /** The same under another name. */
  public OutlineRecipe named(String other) {
    return new OutlineRecipe(other, method, maps, mask);
  }
}
