package io.wisp.evaluation;

import io.wisp.metrics.Interval;
import io.wisp.metrics.SliceDetection;
import io.wisp.metrics.SurfaceDice;
import io.wisp.report.Format;
import io.wisp.report.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The part of a report page on whole scans that were outlined without labels. */
final class ScanReport {
  private ScanReport() {}

  /** Two tables; nothing if no setting has whole scans. */
  static List<Section> of(List<RecipeResult> results) {
    List<RecipeResult> scored = results.stream().filter(one -> one.scans().isPresent()).toList();
    if (scored.isEmpty()) {
      return List.of();
    }
    return List.of(volumes(scored), objects(scored));
  }

  private static Section volumes(List<RecipeResult> results) {
    WholeScans first = results.get(0).scans().orElseThrow();
    return new Section.Table(
        "Whole scans without labels",
        List.of(
            "Setting",
            "Dice",
            "95 %",
            "Surface Dice (%s)".formatted(tolerance(first)),
            "Volume difference (%s)".formatted(first.volumeUnit()),
            "Positive slices outlined",
            "Healthy slices outlined",
            "AUROC of slices"),
        results.stream().map(ScanReport::volumes).toList(),
        "%s scans, %s of them healthy; all their slices, outlined without their labels by one threshold a scan, and scored %s. Means over scans; Dice and surface Dice without healthy scans, where they are undefined. Intervals by a bootstrap over patients. AUROC: by the largest value of a slice's map."
            .formatted(first.scans().size(), first.healthyScans(), first.resolution().words()));
  }

  private static String tolerance(WholeScans whole) {
    return whole.scans().stream()
        .map(scan -> scan.unit())
        .findFirst()
        .map(unit -> Format.number(SurfaceDice.tolerance(unit), 0) + " " + unit.symbol())
        .orElse("");
  }

  private static List<String> volumes(RecipeResult result) {
    ScanSummary summary = ScanSummary.of(result.scans().orElseThrow());
    SliceDetection slices = summary.slices();
    return List.of(
        result.recipe().name(),
        Format.number(summary.dice(), 3),
        text(summary.diceInterval()),
        Format.number(summary.surfaceDice(), 3),
        Format.number(summary.volumeDifference(), 1),
        "%s of %s".formatted(slices.positivesOutlined(), slices.positives()),
        "%s of %s".formatted(slices.healthyOutlined(), slices.healthy()),
        Format.number(slices.auroc(), 3));
  }

  private static Section objects(List<RecipeResult> results) {
    WholeScans first = results.get(0).scans().orElseThrow();
    List<String> heads =
        new ArrayList<>(
            List.of(
                "Setting",
                "Lesion-wise Dice",
                "95 %",
                "F1",
                "False objects a scan",
                "a healthy scan"));
    Arrays.stream(WholeScans.FALSE_OBJECTS)
        .mapToObj(count -> "Sensitivity at " + (count < 1 ? "½" : Format.number(count, 0)))
        .forEach(heads::add);
    return new Section.Table(
        "Objects in whole scans",
        heads,
        results.stream().map(ScanReport::objects).toList(),
        "%s objects: components in three dimensions, 26 neighbours. One is found if any of its voxels is outlined; an outline that overlaps none is a false object. Lesion-wise Dice as in BraTS 2023, without dilation or smallest size: the mean over true objects, each with all outlines that overlap it, and false ones, which count 0. F1 is over the objects of all scans. Sensitivity at ½ to 4 false objects a scan: outlines are kept by the largest value of the map in them, at one threshold for all scans; where fewer are false, that of all outlines."
            .formatted(first.froc().objects()));
  }

  private static List<String> objects(RecipeResult result) {
    ScanSummary summary = ScanSummary.of(result.scans().orElseThrow());
    List<String> cells =
        new ArrayList<>(
            List.of(
                result.recipe().name(),
                Format.number(summary.lesionDice(), 3),
                text(summary.lesionDiceInterval()),
                Format.number(summary.f1(), 3),
                Format.number(summary.falseObjects(), 2),
                Format.number(summary.falseObjectsInHealthy(), 2)));
    summary.sensitivity().forEach(point -> cells.add(Format.number(point.sensitivity(), 3)));
    return cells;
  }

  private static String text(Interval interval) {
    return PatientReport.text(interval, 3);
  }
}
