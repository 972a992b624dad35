package io.wisp.mask;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.wisp.BadSetting;

/**
 * How an activation map becomes a mask, in this order: sign, drift, smoothing, neighbours,
 * foreground, scaling to [0, 1] inside it, refinement, threshold, minimum size, components, holes.
 *
 * @param sign which side of the map marks the object
 * @param drift sigma in pixels of a Gaussian whose result is subtracted, 0 for none; see {@link
 *     Drift}
 * @param smoothing sigma of a Gaussian in pixels, 0 for none
 * @param neighbours sigma in slices of a Gaussian along the volume, 0 for none; see {@link
 *     Neighbours}
 * @param foreground where in the slice an object may lie
 * @param refinement how the edges of the scaled map are aligned with those of the image
 * @param threshold the cut of the scaled map
 * @param minimumSize components of fewer pixels are removed (of fewer voxels, if components are
 *     those of a volume); 0 or 1 keeps all
 * @param components which of the rest are kept
 * @param holes whether holes are filled
 */
@RecordBuilder
public record MaskRecipe(
    MapSign sign,
    double drift,
    double smoothing,
    double neighbours,
    Foreground foreground,
    Refinement refinement,
    Threshold threshold,
    int minimumSize,
    ComponentRule components,
    HoleRule holes)
    implements MaskRecipeBuilder.With {

  public MaskRecipe {
    require(sign != null, "sign", "SIGNED, NEGATIVE or ABSOLUTE", sign);
    require(drift >= 0 && drift <= 100, "drift", "0 to 100 pixels", drift);
    require(smoothing >= 0 && smoothing <= 100, "smoothing", "0 to 100 pixels", smoothing);
    require(neighbours >= 0 && neighbours <= 100, "neighbours", "0 to 100 slices", neighbours);
    require(foreground != null, "foreground", "a rule, level and erosion", foreground);
    require(refinement != null, "refinement", "a rule, radius and epsilon", refinement);
    require(threshold != null, "threshold", "a rule and a value", threshold);
    require(minimumSize >= 0, "minimumSize", "0 or more pixels", minimumSize);
    require(
        components != null,
        "components",
        "ALL, LARGEST, SEVERAL, LARGEST_3D or SEVERAL_3D",
        components);
    require(holes != null, "holes", "KEEP or FILL", holes);
  }

  private static void require(boolean holds, String field, String wanted, Object found) {
    if (!holds) {
      throw new BadSetting(
          "mask." + field,
          found,
          "%s of the mask recipe is %s: use %s".formatted(field, found, wanted));
    }
  }

  /** What the published code does: min-max scaling and Otsu on each map, nothing more. */
  public static MaskRecipe published() {
    return new MaskRecipe(
        MapSign.SIGNED,
        0,
        0,
        0,
        Foreground.everywhere(),
        Refinement.none(),
        Threshold.otsuPerImage(),
        0,
        ComponentRule.ALL,
        HoleRule.KEEP);
  }

  /** A probability above the value, nothing more. */
  public static MaskRecipe ofProbability(double value) {
    return published().withThreshold(Threshold.probability(value));
  }
}
