package io.wisp.tuning;

import io.wisp.metrics.RankCorrelation;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The choice from labels compared with that from masks, over the same trials.
 *
 * @param trials number of settings tried
 * @param best of them by mean Dice
 * @param agreement of each score: rank correlation of its area under the curve with Dice, over the
 *     trials
 * @param ofSlices rank correlation of {@link ImageScore#EFFECT} with Dice over the positive slices,
 *     under the chosen settings: whether confidence shows where masks are good
 */
public record OracleComparison(
    int trials, Trial best, Map<ImageScore, Double> agreement, double ofSlices) {
  public OracleComparison {
    agreement = Map.copyOf(agreement);
  }

  static OracleComparison of(Oracle oracle, List<Trial> trials, Trial chosen) {
    List<Double> dice = trials.stream().map(Trial::meanDice).toList();
    Map<ImageScore, Double> agreement = new EnumMap<>(ImageScore.class);
    for (ImageScore score : ImageScore.values()) {
      List<Double> areas = trials.stream().map(trial -> trial.auroc(score)).toList();
      agreement.put(score, RankCorrelation.of(areas, dice));
    }
    List<Double> effects = chosen.evidence().get(ImageScore.EFFECT).scores();
    return new OracleComparison(
        trials.size(),
        trials.stream().max(Comparator.comparingDouble(Trial::meanDice)).orElseThrow(),
        agreement,
        RankCorrelation.of(oracle.ofPositives(effects), chosen.dice()));
  }
}
