package io.wisp.ablation;

import io.wisp.base.SettingsTree;
import io.wisp.dataset.Split;
import io.wisp.evaluation.RuleVerdict;
import io.wisp.evaluation.SliceEntry;
import io.wisp.metrics.PatientScores;
import io.wisp.report.BoxChart;
import io.wisp.report.EstimateChart;
import io.wisp.report.Format;
import io.wisp.report.Report;
import io.wisp.report.Section;
import io.wisp.reproduction.MethodStrips;
import io.wisp.training.RunSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A summary of the rows so far, in one run or over several repeats.
 *
 * @param over what ± is over
 * @param run the settings that the first row adds to, of the first repeat
 * @param split whose patients were scored
 * @param rows at least one
 * @param repeats for each repeat as many results as rows; one if ± is over slices
 */
record RowReport(
    Over over, RunSettings run, Split split, List<PlannedRow> rows, List<List<RowResult>> repeats) {

  /** What standard deviations are taken over. */
  enum Over {
    SLICES,
    REPEATS
  }

  /** Of one run. */
  static RowReport of(
      RunSettings run, Split split, List<PlannedRow> rows, List<RowResult> results) {
    return new RowReport(Over.SLICES, run, split, rows, List.of(results));
  }

  /**
   * Over several repeats.
   *
   * @param reports the report of each, all of the same rows; at least one
   */
  static RowReport overRepeats(List<RowReport> reports) {
    RowReport first = reports.get(0);
    List<List<RowResult>> repeats = reports.stream().map(report -> report.repeats.get(0)).toList();
    return new RowReport(Over.REPEATS, first.run, first.split, first.rows, repeats);
  }

  RowTable table() {
    return switch (over) {
      case SLICES -> RowTable.of(rows, repeats.get(0));
      case REPEATS -> RowTable.overRepeats(rows, repeats);
    };
  }

  String caption() {
    int slices = repeats.stream().mapToInt(results -> results.get(0).slices().size()).sum();
    int volumes = repeats.stream().mapToInt(results -> results.get(0).volumes().size()).sum();
    String gain =
        " Gain and p compare with the row above, of rules that learn nothing with the last row above them: difference of mean Dice, and two-sided Wilcoxon signed-rank test over patients, on the mean difference of a patient's slices, after Holm. 95 % intervals are bootstraps over patients.";
    return switch (over) {
      case SLICES ->
          "%s positive slices of %s %s: mean ± standard deviation over slices, in Dice / volume over volumes."
                  .formatted(slices, volumes, split.patients())
              + gain;
      case REPEATS ->
          "%s positive slices and %s volumes of %s in %s %s: means over slices (in Dice / volume over volumes), then over repeats, ± standard deviation over repeats; counts in brackets."
                  .formatted(
                      slices,
                      volumes,
                      split.patients(),
                      repeats.size(),
                      repeats.size() == 1 ? "repeat" : "repeats")
              + gain;
    };
  }

  /** The mean Dice of each row. */
  EstimateChart chart() {
    return new EstimateChart(
        "Dice",
        table().lines().stream()
            .map(line -> new EstimateChart.Line(line.row().name(), RowText.estimate(line.dice())))
            .toList());
  }

  MethodStrips strips() {
    List<MethodStrips.Column> columns = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      columns.add(new MethodStrips.Column(rows.get(i).name(), repeats.get(0).get(i).examples()));
    }
    return new MethodStrips(columns);
  }

  Report page(MethodStrips strips) {
    RowTable table = table();
    RowText text = new RowText(table);
    List<Section> sections = new ArrayList<>();
    sections.add(new Section.Table("Results", text.heads(), text.cells(), caption()));
    if (over == Over.REPEATS) {
      sections.add(new Section.Charts("Mean Dice, ± over repeats", List.of(chart())));
    }
    sections.add(
        new Section.Table(
            "What each row adds", List.of("Row", "Adds to the row above"), text.additions(), ""));
    sections.add(new Section.Charts("Dice of each slice", List.of(new BoxChart("Dice", groups()))));
    sections.add(pictures(strips));
    sections.add(new Section.Documents("Configuration", documents()));
    sections.add(new Section.Notes("Notes", notes()));
    return new Report("Ablation by rows", summary(table), List.of(), sections);
  }

  private Section pictures(MethodStrips strips) {
    String which = over == Over.REPEATS ? " Of the first repeat." : "";
    return new Section.Pictures(
        "Maps and masks",
        List.of(
            new Section.Picture(
                strips.maps(), "Activation maps, a column per table row; truth outlined." + which),
            new Section.Picture(strips.masks(), "Masks with their Dice; truth outlined." + which)));
  }

  private String summary(RowTable table) {
    RowLine first = table.lines().get(0);
    RowLine last = table.last();
    String ladder =
        "Each of %s rows adds to the one above; the mean Dice goes from %s (%s) to %s (%s)."
            .formatted(
                table.lines().size() - table.foot().size(),
                Format.number(first.dice().mean(), 3),
                first.row().name(),
                Format.number(last.dice().mean(), 3),
                last.row().name());
    return verdict(table).map(verdict -> verdict + " " + ladder).orElse(ladder);
  }

  /** Whether the last row above the foot beats the best rule; none before the rules are scored. */
  private Optional<String> verdict(RowTable table) {
    return table.foot().stream()
        .filter(rule -> table.last().row().method().learns())
        .max(Comparator.comparingDouble(line -> line.dice().mean()))
        .map(
            best ->
                RuleVerdict.of(
                    "the row %s".formatted(table.last().row().name()),
                    best.row().name(),
                    byPatient(table, table.last()).minus(byPatient(table, best))))
        .map(one -> one.onSlices(split.patients()));
  }

  private PatientScores byPatient(RowTable table, RowLine line) {
    int row = table.lines().indexOf(line);
    return RowLine.byPatient(repeats.stream().map(results -> results.get(row)).toList());
  }

  private List<BoxChart.Group> groups() {
    List<BoxChart.Group> groups = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      groups.add(new BoxChart.Group(rows.get(i).name(), dice(i)));
    }
    return groups;
  }

  private List<Double> dice(int row) {
    return repeats.stream()
        .flatMap(results -> results.get(row).slices().stream())
        .map(SliceEntry::dice)
        .toList();
  }

  private List<Section.Document> documents() {
    PlannedRow last = table().last().row();
    return List.of(
        new Section.Document(
            over == Over.REPEATS ? "config.yaml of the first repeat" : "config.yaml of the run",
            SettingsTree.toYaml(run)),
        new Section.Document(
            "config.yaml of the row %s".formatted(last.name()),
            SettingsTree.toYaml(last.settings())));
  }

  private static List<String> notes() {
    return List.of(
        "Slices of one patient are not independent, so tests and intervals are over patients (2000 draws for an interval); a patient of several repeats counts once. With n patients p cannot be below 2 / 2ⁿ.",
        "HD95 where exactly one mask is empty is undefined and omitted; rows.csv counts such slices.",
        "In volumes, slices without the label count as empty.");
  }
}
