package io.wisp.tuning;

import io.wisp.BadSetting;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MapMethods;
import io.wisp.activation.RuleMethod;
import java.util.List;

/**
 * How settings are chosen.
 *
 * @param method that makes maps: CDM, CG-CDM, or a rule with settings that labels can choose
 * @param score by which they are chosen
 * @param window largest distance of matched positions, as a fraction of the scan
 * @param draws noise draws per level while tuning; map.draws itself is not chosen
 * @param knobs the user's, replacing or adding to the usual ones
 */
public record TuningPlan(
    MapMethod method, ImageScore score, double window, int draws, List<Knob> knobs) {
  public TuningPlan {
    knobs = List.copyOf(knobs);
    if (!canTune(method)) {
      throw new BadSetting(
          "method",
          method.methodName(),
          "Settings are chosen for %s, but the method is %s."
              .formatted(
                  String.join(
                      ", ",
                      MapMethods.all().stream()
                          .filter(TuningPlan::canTune)
                          .map(MapMethod::methodName)
                          .toList()),
                  method.methodName()));
    }
    BadSetting.unless(window >= 0, "window", window, "0 or more");
    BadSetting.unless(draws >= 1, "draws", draws, "at least 1");
  }

  private static boolean canTune(MapMethod method) {
    return method.signed() || (method instanceof RuleMethod rule && !rule.choices().isEmpty());
  }
}
