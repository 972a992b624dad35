package io.wisp.tuning;

import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import java.util.List;

/**
 * How settings are chosen.
 *
 * @param method that makes maps: CDM or CG-CDM
 * @param score by which they are chosen
 * @param window largest distance of matched positions, as a fraction of the scan
 * @param draws noise draws per level while tuning; map.draws itself is not chosen
 * @param knobs the user's, replacing or adding to the usual ones
 */
public record TuningPlan(
    MapMethod method, ImageScore score, double window, int draws, List<Knob> knobs) {
  public TuningPlan {
    knobs = List.copyOf(knobs);
    if (!method.signed()) {
      throw new UserError(
          "Settings are chosen for cdm and cg-cdm, but --method is %s."
              .formatted(method.methodName()));
    }
    if (!(window >= 0)) {
      throw new UserError("--window is " + window + ", but must be 0 or more.");
    }
    if (draws < 1) {
      throw new UserError("--draws is " + draws + ", but must be at least 1.");
    }
  }
}
