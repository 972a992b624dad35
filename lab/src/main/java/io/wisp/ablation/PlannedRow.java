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
 * @param foot whether it is a rule at the table's foot, which is compared with the last row above
 *     the foot
 */
record PlannedRow(String name, String adds, MapMethod method, RunSettings settings, boolean foot) {
  /** A row that adds to the one above. */
  static PlannedRow step(String name, String adds, MapMethod method, RunSettings settings) {
    return new PlannedRow(name, adds, method, settings, false);
  }

  /** A rule that learns nothing, with the settings of the run. */
  static PlannedRow rule(MapMethod rule, RunSettings run) {
    return new PlannedRow(rule.title(), "a rule that learns nothing", rule, run, true);
  }

  OutlineRecipe recipe() {
    return OutlineRecipe.of(method, settings).named(name);
  }
}
