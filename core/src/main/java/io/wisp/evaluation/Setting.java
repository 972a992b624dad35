package io.wisp.evaluation;

import io.wisp.activation.PerturbationSettings;
import io.wisp.mask.MaskRecipe;

/**
 * One way to make masks with a trained model.
 *
 * @param name in tables
 * @param map how maps are made
 * @param mask how masks are made of them
 */
public record Setting(String name, PerturbationSettings map, MaskRecipe mask) {
  /** The paper's: Q = 400, R = 10, τ = 0.95, Otsu on each map. */
  public static Setting published() {
    return new Setting(
        "CDM as published (Q 400, R 10, τ 0.95)",
        PerturbationSettings.published(),
        MaskRecipe.published());
  }
}
