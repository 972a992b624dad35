package io.wisp.ablation;

import io.wisp.activation.MapMethod;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.training.RunSettings;

/**
 * A row of an ablation table with all that is above it.
 *
 * @param name in the table
 * @param adds what is new in it, in words
 * @param method how maps are made
 * @param settings of everything
 */
record PlannedRow(String name, String adds, MapMethod method, RunSettings settings) {
  OutlineRecipe recipe() {
    return OutlineRecipe.of(method, settings).named(name);
  }
}
