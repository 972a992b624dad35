package io.wisp.evaluation;

import io.wisp.activation.ContrastSettings;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MethodSettings;
import io.wisp.base.AtomicFile;
import io.wisp.base.CsvText;
import io.wisp.base.Folders;
import io.wisp.base.SettingsTree;
import io.wisp.mask.MaskRecipe;
import io.wisp.metrics.CaseScore;
import io.wisp.metrics.Interval;
import io.wisp.metrics.PatientScores;
import io.wisp.metrics.Score;
import io.wisp.metrics.Summary;
import io.wisp.report.ReportPage;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.TrainedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the results of an evaluation: {@code report.html}, {@code slices.csv}, {@code
 * volumes.csv}, {@code scans.csv}, {@code comparisons.csv} and {@code summary.json}.
 *
 * @param folder where to
 */
public record EvaluationFiles(Path folder) {
  /**
   * Writes all files, replacing older ones.
   *
   * @param scope what was scored
   * @param results the first one is the main one
   */
  public void write(TrainedModel model, EvaluationScope scope, List<RecipeResult> results) {
    Folders.make(folder);
    try {
      AtomicFile.replaceText(folder.resolve("slices.csv"), slices(results));
      AtomicFile.replaceText(folder.resolve("volumes.csv"), volumes(results));
      AtomicFile.replaceText(folder.resolve("scans.csv"), ScanTable.of(results));
      AtomicFile.replaceText(
          folder.resolve("comparisons.csv"),
          Comparison.csv(RecipeResult.compared(results), one -> one.recipe().name()));
      AtomicFile.replaceText(
          folder.resolve("summary.json"),
          SettingsTree.JSON.writeValueAsString(
              results.stream().map(result -> summary(scope, result)).toList()));
      ReportPage.write(Reports.of(model, scope, results), folder.resolve("report.html"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  /** One setting in {@code summary.json}. */
  private record Entry(
      Used setting,
      double secondsPerSlice,
      Summary summary,
      Large largeObjects,
      Calibration calibration,
      Intervals intervals,
      ScanSummary wholeScans) {}

  /** Of the means over slices, and of that over volumes, 95 %, patients drawn. */
  private record Intervals(
      int patients, Interval dice, Interval iou, Interval hd95, Interval volumeDice) {
    static Intervals of(RecipeResult result) {
      PatientScores dice = result.byPatient(Score::dice);
      return new Intervals(
          dice.patients(),
          dice.interval(),
          result.byPatient(Score::iou).interval(),
          result.byPatient(Score::hd95).interval(),
          result.volumesByPatient(Score::dice).interval());
    }
  }

  /** The slices whose object covers at least a share; null if not requested. */
  private record Large(double minObject, Summary summary) {}

  private record Used(
      String name,
      MapMethod method,
      ContrastSettings contrast,
      MethodSettings map,
      MaskRecipe mask) {}

  private static Entry summary(EvaluationScope scope, RecipeResult result) {
    OutlineRecipe recipe = result.recipe();
    MethodSettings map = recipe.method().settings(recipe.maps());
    return new Entry(
        new Used(recipe.name(), recipe.method(), recipe.maps().contrast(), map, recipe.mask()),
        result.secondsPerSlice(),
        result.summary(),
        scope.asksLargeObjects()
            ? new Large(scope.minObject(), result.covering(scope.minObject()))
            : null,
        result.calibration(),
        Intervals.of(result),
        result.scans().map(ScanSummary::of).orElse(null));
  }

  private static String slices(List<RecipeResult> results) {
    CsvText csv = table("slice");
    for (RecipeResult result : results) {
      for (SliceOutcome one : result.slices()) {
        csv.row(
            line(
                result,
                one.record().caseId(),
                one.record().slice(),
                one.score(),
                one.confidence().value()));
      }
    }
    return csv.toString();
  }

  private static String volumes(List<RecipeResult> results) {
    CsvText csv = table("slices");
    for (RecipeResult result : results) {
      for (CaseScore volume : result.volumes()) {
        csv.row(
            line(
                result,
                volume.caseId(),
                volume.slices(),
                volume.score(),
                result.confidence(volume.caseId())));
      }
    }
    return csv.toString();
  }

  private static CsvText table(String slices) {
    return new CsvText(
        "setting",
        "case",
        slices,
        "dice",
        "iou",
        "precision",
        "recall",
        "hd95",
        "hd",
        "assd",
        "unit",
        "object_fraction",
        "confidence");
  }

  private static List<Object> line(
      RecipeResult result, String caseId, int slices, Score score, double confidence) {
    return List.of(
        result.recipe().name(),
        caseId,
        slices,
        score.dice(),
        score.iou(),
        score.precision(),
        score.recall(),
        score.hd95(),
        score.hd(),
        score.assd(),
        score.unit().symbol(),
        score.objectFraction(),
        confidence);
  }
}
