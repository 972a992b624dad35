package io.wisp.evaluation;

import io.wisp.AtomicFile;
import io.wisp.Settings;
import io.wisp.activation.ContrastSettings;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MethodSettings;
import io.wisp.mask.MaskRecipe;
import io.wisp.metrics.CaseScore;
import io.wisp.metrics.Score;
import io.wisp.metrics.Summary;
import io.wisp.report.IfExists;
import io.wisp.report.ReportPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes what an evaluation found: {@code report.html}, {@code slices.csv}, {@code volumes.csv} and
 * {@code summary.json}.
 *
 * @param folder where to
 */
public record EvaluationFiles(Path folder) {
  private static final String[] SCORES = {
    "dice",
    "iou",
    "precision",
    "recall",
    "hd95",
    "hd",
    "assd",
    "unit",
    "object_fraction",
    "confidence"
  };

  /**
   * Writes all files, in place of older ones.
   *
   * @param scope what was scored
   * @param results the first one is the main one
   */
  public void write(TrainedModel model, EvaluationScope scope, List<SettingResult> results) {
    try {
      Files.createDirectories(folder);
      AtomicFile.replaceText(folder.resolve("slices.csv"), slices(results));
      AtomicFile.replaceText(folder.resolve("volumes.csv"), volumes(results));
      AtomicFile.replaceText(
          folder.resolve("summary.json"),
          Settings.JSON.writeValueAsString(
              results.stream().map(result -> summary(scope, result)).toList()));
      ReportPage.write(
          Reports.of(model, scope, results), folder.resolve("report.html"), IfExists.REPLACE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  /** What {@code summary.json} says of one setting. */
  private record Entry(
      Used setting,
      double secondsPerSlice,
      Summary summary,
      Large largeObjects,
      Calibration calibration) {}

  /** The slices whose object covers at least a share; null if they are not asked for. */
  private record Large(double minObject, Summary summary) {}

  private record Used(
      String name,
      MapMethod method,
      ContrastSettings contrast,
      MethodSettings map,
      MaskRecipe mask) {}

  private static Entry summary(EvaluationScope scope, SettingResult result) {
    Setting setting = result.setting();
    MethodSettings map = setting.maps().of(setting.method());
    return new Entry(
        new Used(setting.name(), setting.method(), setting.maps().contrast(), map, setting.mask()),
        result.secondsPerSlice(),
        result.summary(),
        scope.asksLargeObjects()
            ? new Large(scope.minObject(), result.covering(scope.minObject()))
            : null,
        result.calibration());
  }

  private static String slices(List<SettingResult> results) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = printer(text, "setting", "case", "slice")) {
      for (SettingResult result : results) {
        for (SliceOutcome outcome : result.slices()) {
          csv.print(result.setting().name());
          csv.print(outcome.record().caseId());
          csv.print(outcome.record().slice());
          print(csv, outcome.score().score(), outcome.confidence().value());
        }
      }
    }
    return text.toString();
  }

  private static String volumes(List<SettingResult> results) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = printer(text, "setting", "case", "slices")) {
      for (SettingResult result : results) {
        for (CaseScore volume : result.volumes()) {
          csv.print(result.setting().name());
          csv.print(volume.caseId());
          csv.print(volume.slices());
          print(csv, volume.score(), result.confidence(volume.caseId()));
        }
      }
    }
    return text.toString();
  }

  private static CSVPrinter printer(StringBuilder text, String... first) throws IOException {
    String[] header = new String[first.length + SCORES.length];
    System.arraycopy(first, 0, header, 0, first.length);
    System.arraycopy(SCORES, 0, header, first.length, SCORES.length);
    return new CSVPrinter(
        text, CSVFormat.DEFAULT.builder().setHeader(header).setRecordSeparator('\n').get());
  }

  private static void print(CSVPrinter csv, Score score, double confidence) throws IOException {
    csv.print(score.dice());
    csv.print(score.iou());
    csv.print(score.precision());
    csv.print(score.recall());
    csv.print(score.hd95());
    csv.print(score.hd());
    csv.print(score.assd());
    csv.print(score.unit().symbol());
    csv.print(score.objectFraction());
    csv.print(confidence);
    csv.println();
  }
}
