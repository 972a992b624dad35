package io.wisp.tuning;

import io.wisp.metrics.AurocGain;
import io.wisp.metrics.MatchedAuroc;
import io.wisp.report.Format;
import java.util.ArrayList;
import java.util.List;

/** The result of a tuning, in sentences. */
public final class TuningText {
  private static final int DECIMALS = 3;

  private TuningText() {}

  /** The choice and the evidence for it; with an oracle also its comparison. */
  public static List<String> sentences(TuningResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("Chosen: " + result.choiceText());
    lines.add("Evidence: " + evidence(result));
    result.oracle().ifPresent(oracle -> lines.add("Oracle: " + comparison(result, oracle)));
    return lines;
  }

  static String evidence(TuningResult result) {
    ImageScore score = result.plan().score();
    ValidationSlices slices = result.slices();
    Evidence chosen = result.chosen().evidence().get(score);
    return "AUROC %s at matched positions (%s with %s; %s at any position), on %s slices with and %s without the object of %s patients."
        .formatted(
            estimate(chosen.matched()),
            number(result.start().auroc(score)),
            earlier(result),
            number(chosen.anyPlace()),
            slices.positives(),
            slices.negatives(),
            slices.patients());
  }

  static String comparison(TuningResult result, OracleComparison oracle) {
    return "mean Dice %s by this choice, %s by the best of %s trials (%s), %s with %s; rank correlation of AUROC with Dice over the trials %s."
        .formatted(
            number(result.chosen().meanDice()),
            number(oracle.best().meanDice()),
            oracle.trials(),
            result.text(oracle.best()),
            number(result.start().meanDice()),
            earlier(result),
            number(oracle.agreement().get(result.plan().score())));
  }

  /** What there was before the choice, in words. */
  static String earlier(TuningResult result) {
    return result.plan().method().learns() ? "the run's settings" : "the settings before";
  }

  /** The decision for each setting, and why. */
  public static List<String> verdicts(TuningResult result) {
    return result.steps().stream().map(TuningStep::verdict).toList();
  }

  /** A difference with its standard error. */
  static String gain(AurocGain gain) {
    String sign = gain.value() < 0 ? "" : "+";
    return sign + number(gain.value()) + " ± " + number(gain.standardError());
  }

  static String estimate(MatchedAuroc auroc) {
    return number(auroc.value()) + " ± " + number(auroc.standardError());
  }

  static String number(double value) {
    return Format.number(value, DECIMALS);
  }
}
