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

  /** A method with the settings of a run. */
  public static OutlineRecipe of(MapMethod method, RunSettings settings) {
    MaskRecipe mask = method.mask(settings.maps(), settings.mask());
    return new OutlineRecipe(method.title(), method, settings.maps(), mask);
  }

  /** A method with the paper's settings, and Otsu on each map; the labels are those of the run. */
  public static OutlineRecipe published(MapMethod method, RunSettings settings) {
    String parameters = method.publishedParameters();
    return of(method, settings.asPublished())
        .named(
            method.title()
                + " as published"
                + (parameters.isEmpty() ? "" : " (" + parameters + ")"));
  }

  /** The same with another name. */
  public OutlineRecipe named(String other) {
    return new OutlineRecipe(other, method, maps, mask);
  }
}
