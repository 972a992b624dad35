package io.wisp.evaluation;

import io.wisp.activation.ContrastSettings;
import io.wisp.metrics.CaseScore;
import io.wisp.metrics.DistanceUnit;
import io.wisp.metrics.Score;
import io.wisp.metrics.Statistic;
import io.wisp.metrics.Summary;
import io.wisp.report.BoxChart;
import io.wisp.report.Chart;
import io.wisp.report.DiceHistogram;
import io.wisp.report.Estimate;
import io.wisp.report.ExampleRow;
import io.wisp.report.Format;
import io.wisp.report.Grid;
import io.wisp.report.Report;
import io.wisp.report.Report.Headline;
import io.wisp.report.ResultRow;
import io.wisp.report.ScoredSlice;
import io.wisp.report.Section;
import io.wisp.report.SizeChart;
import io.wisp.report.VolumeRow;
import io.wisp.segmentation.TrainedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns results into a report page. */
final class Reports {
  private static final int EXAMPLES = 3;

  private Reports() {}

  /**
   * The report of an evaluation.
   *
   * @param scope what was scored
   * @param results the first one is the recipe that examples and charts show
   */
  static Report of(TrainedModel model, EvaluationScope scope, List<RecipeResult> results) {
    RecipeResult main = results.get(0);
    Summary summary = main.summary();
    String unit = distanceUnit(main);
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section.Results(
            "Results", unit, results.stream().map(Reports::row).toList(), note(scope, main)));
    sections.addAll(PatientReport.of(unit, results));
    sections.addAll(ScanReport.of(results));
    sections.addAll(PresenceReport.of(results));
    if (scope.asksLargeObjects()) {
      sections.add(largeObjects(scope, unit, results));
    }
    sections.add(examples(main));
    sections.add(new Section.Charts("Dice", diceCharts(main)));
    sections.addAll(CalibrationReport.of(results));
    sections.add(
        new Section.Charts("Settings compared", List.of(new BoxChart("Dice", groups(results)))));
    sections.add(
        new Section.Volumes("Volumes", unit, main.volumes().stream().map(Reports::row).toList()));
    sections.addAll(ModelReport.of(model));
    sections.add(new Section.Notes("Notes", notes()));
    return new Report(
        "Wisp: objects outlined from labels alone",
        ReportSummary.of(scope, results),
        List.of(
            new Headline(Format.number(summary.dice().mean(), 2), "mean Dice"),
            new Headline(Format.number(summary.iou().mean(), 2), "mean IoU"),
            new Headline(Format.number(summary.hd95().mean(), 1) + " " + unit, "mean HD95"),
            new Headline(Format.number(main.secondsPerSlice(), 2) + " s", "per slice")),
        sections);
  }

  static String distanceUnit(RecipeResult result) {
    return result.slices().stream()
        .map(slice -> slice.score().unit())
        .findFirst()
        .orElse(DistanceUnit.PIXEL)
        .symbol();
  }

  private static Section largeObjects(
      EvaluationScope scope, String unit, List<RecipeResult> results) {
    List<ResultRow> rows =
        results.stream().map(result -> row(result, result.covering(scope.minObject()))).toList();
    return new Section.Results(
        "Large objects only",
        unit,
        rows,
        "%s of the %s slices above: %s."
            .formatted(rows.get(0).slices(), results.get(0).summary().n(), scope.largeObjects()));
  }

  private static String note(EvaluationScope scope, RecipeResult result) {
    int size = (int) Math.sqrt(result.slices().get(0).image().length);
    ContrastSettings contrast = result.recipe().maps().contrast();
    return "%s positive slices (label %s, against %s) of %s, at %s × %s pixels."
        .formatted(
            result.summary().n(),
            contrast.present(),
            contrast.absent(),
            scope.split().patients(),
            size,
            size);
  }

  private static ResultRow row(RecipeResult result) {
    return row(result, result.summary());
  }

  private static ResultRow row(RecipeResult result, Summary summary) {
    return new ResultRow(
        result.recipe().name(),
        estimate(summary.dice()),
        estimate(summary.iou()),
        estimate(summary.hd95()),
        estimate(summary.precision()),
        estimate(summary.recall()),
        summary.n(),
        summary.hd95().undefined(),
        result.secondsPerSlice());
  }

  private static Estimate estimate(Statistic statistic) {
    return new Estimate(statistic.mean(), statistic.std());
  }

  private static VolumeRow row(CaseScore volume) {
    Score score = volume.score();
    return new VolumeRow(
        volume.caseId(),
        volume.slices(),
        score.dice(),
        score.iou(),
        score.hd95(),
        score.precision(),
        score.recall());
  }

  private static Section examples(RecipeResult result) {
    List<SliceOutcome> ranked =
        result.slices().stream()
            .sorted(Comparator.comparingDouble((SliceOutcome o) -> o.score().dice()).reversed())
            .toList();
    List<ExampleRow> rows = new ArrayList<>();
    rows.addAll(around(ranked, 0.1, ExampleRow.Kind.GOOD));
    rows.addAll(around(ranked, 0.5, ExampleRow.Kind.MEDIAN));
    rows.addAll(around(ranked, 0.9, ExampleRow.Kind.BAD));
    return new Section.Examples(
        "Examples",
        "Slices ranked by Dice; shown are slices around the 90th percentile, the median, and the 10th percentile.",
        rows);
  }

  private static List<ExampleRow> around(
      List<SliceOutcome> ranked, double rank, ExampleRow.Kind kind) {
    int middle = (int) Math.round(rank * (ranked.size() - 1));
    int from = Math.max(0, Math.min(middle - EXAMPLES / 2, ranked.size() - EXAMPLES));
    int to = Math.min(ranked.size(), from + EXAMPLES);
    return IntStream.range(from, to).mapToObj(i -> example(ranked.get(i), kind)).toList();
  }

  private static ExampleRow example(SliceOutcome outcome, ExampleRow.Kind kind) {
    int size = (int) Math.sqrt(outcome.image().length);
    return new ExampleRow(
        kind,
        name(outcome),
        outcome.score().dice(),
        new Grid(size, size, outcome.image()),
        Optional.of(Grid.ofMask(size, size, outcome.truth())),
        new Grid(size, size, outcome.map()),
        Grid.ofMask(size, size, outcome.mask()));
  }

  private static String name(SliceOutcome outcome) {
    return outcome.record().caseId() + ", slice " + outcome.record().slice();
  }

  private static List<Chart> diceCharts(RecipeResult result) {
    List<ScoredSlice> slices = scored(result);
    return Stream.<Chart>of(
            new DiceHistogram(slices.stream().map(ScoredSlice::dice).toList()),
            new SizeChart("px", slices))
        .filter(chart -> !chart.isEmpty())
        .toList();
  }

  private static List<ScoredSlice> scored(RecipeResult result) {
    return result.slices().stream()
        .map(
            o ->
                new ScoredSlice(
                    name(o), o.score().dice(), o.score().objectFraction() * o.truth().length))
        .toList();
  }

  private static List<BoxChart.Group> groups(List<RecipeResult> results) {
    if (results.size() < 2) {
      return List.of();
    }
    return results.stream()
        .map(
            result ->
                new BoxChart.Group(
                    result.recipe().name(),
                    result.slices().stream().map(o -> o.score().dice()).toList()))
        .toList();
  }

  private static List<String> notes() {
    return List.of(
        "Scores are over slices labelled as having the object; the model knows this label, never a mask.",
        "A slice where truth and mask are both empty has Dice and IoU 1; where only one is empty, 0.",
        "HD95 of an empty mask is undefined: such slices are left out of its mean and counted in the table. The published code counts them as 0, which makes the mean look better.",
        "In volumes, slices without the label count as empty. Whole scans without labels include them.",
        "Intervals and tests are over patients, as the split knows them, since slices of one patient are not independent.");
  }
}
