package io.wisp.tuning;

import io.wisp.BadSetting;
import io.wisp.activation.MapMethod;
import java.util.List;

/**
 * How settings are chosen.
 *
 * @param method that makes maps: CDM or CG-CDM
 * @param score by which they are chosen
 * @param window greatest distance of places that count as like, in lengths of the scan
 * @param draws noise draws a level while tuning; the choice itself leaves map.draws alone
 * @param knobs the user's, in place of the usual ones of the same name or besides them
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
