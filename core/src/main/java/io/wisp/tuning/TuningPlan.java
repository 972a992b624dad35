package io.wisp.tuning;

import io.wisp.BadSetting;
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
      throw new BadSetting(
          "method",
          method.methodName(),
          "Settings are chosen for cdm and cg-cdm, but the method is %s."
              .formatted(method.methodName()));
    }
    BadSetting.unless(window >= 0, "window", window, "0 or more");
    BadSetting.unless(draws >= 1, "draws", draws, "at least 1");
  }
}
