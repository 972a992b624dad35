package io.wisp.training;

import io.wisp.activation.PresenceCalibration;
import io.wisp.base.AtomicFile;
import io.wisp.base.SettingsTree;
import io.wisp.metrics.Logistic;
import io.wisp.metrics.PresenceScore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a network says of slices, calibrated by the labels of patients that it did not learn from;
 * kept in its run folder as {@code presence.json}.
 *
 * @param label of the slices that hold the object
 * @param patients that were held back
 * @param slices theirs, with the labels compared
 * @param calibration fitted to these slices, with the cut of the largest F1
 * @param auroc of what the network says of them
 * @param errorBefore its expected calibration error on them
 * @param errorAfter that of the fitted probabilities
 * @param f1 of the slices above the cut
 */
public record FittedPresence(
    int label,
    int patients,
    int slices,
    PresenceCalibration calibration,
    double auroc,
    double errorBefore,
    double errorAfter,
    double f1) {
  private static final String FILE = "presence.json";
  private static final double CHANCE = 0.5;

  /**
   * Fits a calibration.
   *
   * @param p what the network says of each slice
   * @param positive whether it carries the label
   * @return nothing if the network does not tell the slices of both kinds apart
   */
  static Optional<FittedPresence> of(int label, int patients, double[] p, boolean[] positive) {
    double[] logits = Arrays.stream(p).map(PresenceCalibration::logit).toArray();
    Logistic fit = Logistic.platt(logits, positive);
    PresenceScore before = PresenceScore.of(p, positive, CHANCE);
    if (!(before.auroc() > CHANCE && fit.slope() > 0)) {
      return Optional.empty();
    }
    double[] fitted = Arrays.stream(logits).map(fit::probability).toArray();
    double cut = PresenceScore.bestCut(fitted, positive);
    PresenceScore after = PresenceScore.of(fitted, positive, cut);
    return Optional.of(
        new FittedPresence(
            label,
            patients,
            p.length,
            new PresenceCalibration(fit.slope(), fit.intercept(), cut),
            before.auroc(),
            before.expectedCalibrationError(),
            after.expectedCalibrationError(),
            after.f1()));
  }

  /** That of a run; nothing if it has none, such as one of an earlier version. */
  public static Optional<FittedPresence> of(RunFolder run) {
    Path file = file(run);
    return Files.exists(file)
        ? Optional.of(
            SettingsTree.as(FittedPresence.class, SettingsTree.readYaml(file), file.toString()))
        : Optional.empty();
  }

  /** Writes the one of a run, or removes it. */
  public static void keep(RunFolder run, Optional<FittedPresence> fitted) {
    try {
      if (fitted.isPresent()) {
        AtomicFile.replaceText(file(run), SettingsTree.JSON.writeValueAsString(fitted.get()));
      } else {
        Files.deleteIfExists(file(run));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + run.path(), e);
    }
  }

  private static Path file(RunFolder run) {
    return run.path().resolve(FILE);
  }

  /** What was found, in a sentence. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "Presence of the object on %d slices of %d patients held back: AUROC %.3f, calibration error %.3f, calibrated %.3f; F1 %.3f at the cut, %.2f",
        slices,
        patients,
        auroc,
        errorBefore,
        errorAfter,
        f1,
        calibration.cut());
  }
}
