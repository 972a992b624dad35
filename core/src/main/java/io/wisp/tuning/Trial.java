package io.wisp.tuning;

import io.wisp.training.RunSettings;
import java.util.List;
import java.util.Map;

/**
 * The result of some settings.
 *
 * @param settings that were tried
 * @param evidence of each score
 * @param dice of each positive slice, by the masks of the oracle; empty without one
 */
public record Trial(RunSettings settings, Map<ImageScore, Evidence> evidence, List<Double> dice) {
  public Trial {
    evidence = Map.copyOf(evidence);
    dice = List.copyOf(dice);
  }

  /** The area under the curve by which settings are chosen. */
  double auroc(ImageScore score) {
    return evidence.get(score).matched().value();
  }

  /** NaN without an oracle. */
  public double meanDice() {
    return dice.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
  }
}
