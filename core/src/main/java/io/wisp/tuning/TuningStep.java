package io.wisp.tuning;

import io.wisp.metrics.AurocGain;
import java.util.List;

/**
 * One setting varied, the others as chosen so far.
 *
 * @param trials the first has the current value
 * @param gains of each trial over the first, whose own is 0
 * @param highest the trial with the largest area under the curve, the earlier of equal ones
 * @param best the one that is kept: the highest if its gain exceeds its standard error, else the
 *     first
 */
public record TuningStep(
    Knob knob, List<Trial> trials, List<AurocGain> gains, Trial highest, Trial best) {
  public TuningStep {
    trials = List.copyOf(trials);
    gains = List.copyOf(gains);
  }

  static TuningStep of(Knob knob, List<Trial> trials, List<AurocGain> gains) {
    int highest = 0;
    for (int i = 1; i < trials.size(); i++) {
      highest = gains.get(i).value() > gains.get(highest).value() ? i : highest;
    }
    int best = gains.get(highest).exceedsItsError() ? highest : 0;
    return new TuningStep(knob, trials, gains, trials.get(highest), trials.get(best));
  }

  /** Of the highest trial. */
  AurocGain gain() {
    return gains.get(trials.indexOf(highest));
  }

  /** What was decided and why, in a line. */
  String verdict() {
    String name = knob.setting().name();
    String before = value(trials.get(0));
    if (highest.equals(trials.get(0))) {
      return "%s: %s stays, no value has a larger AUROC".formatted(name, before);
    }
    String gain = "%s, ".formatted(value(highest)) + TuningText.gain(gain());
    return best.equals(highest)
        ? "%s: %s changes to %s".formatted(name, before, gain)
        : "%s: %s stays, as the best, %s, is within its standard error"
            .formatted(name, before, gain);
  }

  private String value(Trial trial) {
    return SettingName.text(knob.setting().of(trial.settings()));
  }
}
