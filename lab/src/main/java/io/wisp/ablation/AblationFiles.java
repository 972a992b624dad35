package io.wisp.ablation;

import io.wisp.base.AtomicFile;
import io.wisp.base.CsvText;
import io.wisp.base.Folders;
import io.wisp.dataset.Split;
import io.wisp.metrics.Statistic;
import io.wisp.metrics.Summary;
import io.wisp.report.CurveChart;
import io.wisp.report.Format;
import io.wisp.report.Report;
import io.wisp.report.ReportPage;
import io.wisp.report.Section;
import io.wisp.reproduction.MethodStrips;
import io.wisp.training.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Writes an ablation: {@code NAME.html}, {@code NAME.csv}, curves {@code NAME-dice}, {@code
 * NAME-iou} and {@code NAME-hd95} as PNG and SVG, and the strips {@code NAME-maps.png} and {@code
 * NAME-masks.png}.
 *
 * @param folder where to
 */
public record AblationFiles(Path folder) {
  /** A measure with the name of its files and of its axis. */
  private record Measure(String file, String title, Function<Summary, Statistic> of) {}

  /** The page; each parameter has its own, so that several may lie in one folder. */
  public Path report(Ablation ablation) {
    return folder.resolve(ablation.parameter().parameterName() + ".html");
  }

  /** Whether there is such an ablation. */
  public boolean exist(Ablation ablation) {
    return Files.exists(folder.resolve(ablation.parameter().parameterName() + ".csv"));
  }

  /**
   * Writes all files, in place of older ones.
   *
   * @param split whose patients were scored
   */
  public void write(
      Ablation ablation, RunSettings settings, Split split, List<AblationPoint> points) {
    String name = ablation.parameter().parameterName();
    Folders.make(folder);
    AtomicFile.replaceText(folder.resolve(name + ".csv"), csv(name, points));
    for (Measure measure : measures(points)) {
      chart(ablation, measure, points).illustrate(folder, name + "-" + measure.file());
    }
    MethodStrips strips = strips(points);
    strips.write(folder, name + "-");
    ReportPage.write(report(ablation, settings, split, points, strips), report(ablation));
  }

  private static List<Measure> measures(List<AblationPoint> points) {
    String unit = points.get(0).summary().unit().symbol();
    return List.of(
        new Measure("dice", "Dice", Summary::dice),
        new Measure("iou", "mIoU", Summary::iou),
        new Measure("hd95", "HD95 (" + unit + ")", Summary::hd95));
  }

  private static CurveChart chart(Ablation ablation, Measure measure, List<AblationPoint> points) {
    return new CurveChart(
        ablation.parameter().title(),
        measure.title(),
        points.stream()
            .map(p -> new CurveChart.Point(p.value(), measure.of().apply(p.summary()).mean()))
            .toList());
  }

  private static MethodStrips strips(List<AblationPoint> points) {
    return new MethodStrips(
        points.stream()
            .map(p -> new MethodStrips.Column(Ablation.text(p.value()), p.examples()))
            .toList());
  }

  private static String csv(String name, List<AblationPoint> points) {
    CsvText csv =
        new CsvText(
            name,
            "dice",
            "dice_std",
            "iou",
            "iou_std",
            "hd95",
            "hd95_std",
            "hd95_undefined",
            "unit",
            "precision",
            "recall",
            "slices",
            "seconds_per_slice",
            "dice_low",
            "dice_high");
    for (AblationPoint point : points) {
      Summary s = point.summary();
      csv.row(
          Ablation.text(point.value()),
          s.dice().mean(),
          s.dice().std(),
          s.iou().mean(),
          s.iou().std(),
          s.hd95().mean(),
          s.hd95().std(),
          s.hd95().undefined(),
          s.unit().symbol(),
          s.precision().mean(),
          s.recall().mean(),
          s.n(),
          point.secondsPerSlice(),
          CsvText.known(point.dice().low()),
          CsvText.known(point.dice().high()));
    }
    return csv.toString();
  }

  private static Report report(
      Ablation ablation,
      RunSettings settings,
      Split split,
      List<AblationPoint> points,
      MethodStrips strips) {
    AblationPoint best =
        points.stream()
            .max(java.util.Comparator.comparingDouble(p -> p.summary().dice().mean()))
            .orElseThrow();
    String parameter = ablation.parameter().title();
    return new Report(
        "%s: %s varied".formatted(ablation.method().title(), parameter),
        "The %s takes %s values, all else is fixed; the best mean Dice is %s, at %s, on %s positive slices of %s."
            .formatted(
                parameter,
                points.size(),
                Format.number(best.summary().dice().mean(), 3),
                Ablation.text(best.value()),
                best.summary().n(),
                split.patients()),
        List.of(),
        List.of(
            new Section.Charts(
                "Curves", measures(points).stream().map(m -> chart(ablation, m, points)).toList()),
            new Section.Pictures(
                "Maps and masks",
                List.of(
                    new Section.Picture(
                        strips.maps(), "Activation maps, a column per value; truth outlined."),
                    new Section.Picture(strips.masks(), "Masks with their Dice; truth outlined."))),
            new Section.Documents(
                "Configuration",
                List.of(
                    new Section.Document(
                        "config.yaml", io.wisp.base.SettingsTree.toYaml(settings))))));
  }
}
