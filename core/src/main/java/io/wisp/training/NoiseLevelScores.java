package io.wisp.training;

import io.wisp.base.AtomicFile;
import io.wisp.base.CsvText;
import io.wisp.metrics.Auroc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A classifier's scores by noise level: computed, written to files, shown as a table. */
final class NoiseLevelScores {
  private NoiseLevelScores() {}

  /**
   * Scores probabilities.
   *
   * @param probabilities of each class, [N][K]
   * @param labels the truth, [N]
   */
  static NoiseLevelScore of(int timestep, double[][] probabilities, int[] labels) {
    int classes = probabilities[0].length;
    int[] right = new int[classes];
    int[] all = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      all[labels[i]]++;
      right[labels[i]] += likeliest(probabilities[i]) == labels[i] ? 1 : 0;
    }
    double shares = 0;
    double areas = 0;
    int present = 0;
    for (int k = 0; k < classes; k++) {
      if (all[k] > 0) {
        shares += right[k] / (double) all[k];
        areas += area(probabilities, labels, k);
        present++;
      }
    }
    return new NoiseLevelScore(
        timestep,
        Arrays.stream(right).sum() / (double) labels.length,
        shares / present,
        areas / present,
        labels.length);
  }

  private static int likeliest(double[] probabilities) {
    int best = 0;
    for (int k = 1; k < probabilities.length; k++) {
      best = probabilities[k] > probabilities[best] ? k : best;
    }
    return best;
  }

  /** The AUROC of one class against the rest. */
  private static double area(double[][] probabilities, int[] labels, int k) {
    double[] scores = new double[labels.length];
    boolean[] positive = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      scores[i] = probabilities[i][k];
      positive[i] = labels[i] == k;
    }
    return Auroc.of(scores, positive);
  }

  /** Writes the run's {@code noise_levels.csv} and {@code run.json}. */
  static void write(RunFolder folder, List<NoiseLevelScore> scores) {
    CsvText csv = new CsvText("timestep", "accuracy", "balanced_accuracy", "auroc", "slices");
    for (NoiseLevelScore score : scores) {
      csv.row(
          score.timestep(),
          score.accuracy(),
          score.balancedAccuracy(),
          score.auroc(),
          score.slices());
    }
    AtomicFile.replaceText(folder.noiseLevels(), csv.toString());
    folder.addFact("held_out", scores);
  }

  /** A small table. */
  static List<String> sentences(List<NoiseLevelScore> scores) {
    List<String> lines = new ArrayList<>();
    lines.add("On %s slices of held-out patients:".formatted(scores.get(0).slices()));
    lines.add("  timestep  accuracy  balanced  AUROC");
    for (NoiseLevelScore score : scores) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %8d  %8.3f  %8.3f  %5.3f",
              score.timestep(),
              score.accuracy(),
              score.balancedAccuracy(),
              score.auroc()));
    }
    return lines;
  }
}
