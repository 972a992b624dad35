package io.wisp.app;

import io.wisp.evaluation.EvaluationScope;
import io.wisp.evaluation.RecipeResult;
import io.wisp.evaluation.WholeScans;
import io.wisp.metrics.PresenceScore;
import io.wisp.metrics.ScanScore;
import io.wisp.metrics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code wisp evaluate} says of each setting. */
final class EvaluationText {
  private EvaluationText() {}

  /** Its slices, a line for each choice of them. */
  static List<String> of(EvaluationScope scope, RecipeResult result) {
    Summary all = result.summary();
    String name = result.recipe().name();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %s, %.3f s/slice, %d slices",
            name,
            scores(all),
            result.secondsPerSlice(),
            all.n()));
    if (scope.asksLargeObjects()) {
      Summary large = result.covering(scope.minObject());
      lines.add(
          "%s, %s: %s%s of %s slices"
              .formatted(
                  name,
                  scope.largeObjects(),
                  large.n() == 0 ? "" : scores(large) + ", ",
                  large.n(),
                  all.n()));
    }
    return lines;
  }

  /** Whole scans. */
  static String of(String name, WholeScans whole) {
    return String.format(
        Locale.ROOT,
        "%s, whole scans without labels: Dice %.3f %s, %.1f false objects a scan, %d of %d healthy slices with a mask%s",
        name,
        whole.byPatient(ScanScore::dice).mean(),
        whole.resolution().words(),
        whole.falseObjects(),
        whole.slices().healthyOutlined(),
        whole.slices().healthy(),
        whole.presence().map(EvaluationText::text).orElse(""));
  }

  private static String text(PresenceScore presence) {
    return String.format(
        Locale.ROOT,
        "; probability of the object in a slice: AUROC %.3f, calibration error %.3f",
        presence.auroc(),
        presence.expectedCalibrationError());
  }

  private static String scores(Summary summary) {
    return String.format(
        Locale.ROOT,
        "Dice %.3f ± %.3f, mIoU %.3f ± %.3f, HD95 %.1f ± %.1f (%d undefined)",
        summary.dice().mean(),
        summary.dice().std(),
        summary.iou().mean(),
        summary.iou().std(),
        summary.hd95().mean(),
        summary.hd95().std(),
        summary.hd95().undefined());
  }
}
