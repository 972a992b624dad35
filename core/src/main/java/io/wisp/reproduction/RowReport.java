package io.wisp.reproduction;

import io.wisp.Settings;
import io.wisp.report.BoxChart;
import io.wisp.report.Report;
import io.wisp.report.Section;
import io.wisp.slices.Split;
import io.wisp.training.RunSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to say of the rows so far.
 *
 * @param run the settings that the first row adds to
 * @param split whose patients were scored
 * @param rows as many as results, at least one
 */
record RowReport(RunSettings run, Split split, List<PlannedRow> rows, List<RowResult> results) {

  RowTable table() {
    return RowTable.of(rows, results);
  }

  String caption() {
    return "%d positive slices of %d %s: mean ± standard deviation over slices, in Dice / volume over volumes. Gain and p are against the row above: mean difference of Dice, and Wilcoxon's signed-rank test on the same slices, two-sided, after Holm."
        .formatted(
            results.get(0).slices().size(), results.get(0).volumes().size(), split.patients());
  }

  MethodStrips strips() {
    List<MethodStrips.Column> columns = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      columns.add(new MethodStrips.Column(rows.get(i).name(), results.get(i).examples()));
    }
    return new MethodStrips(columns);
  }

  Report page(MethodStrips strips) {
    RowTable table = table();
    RowText text = new RowText(table);
    return new Report(
        "Ablation: an idea a row",
        summary(table),
        List.of(),
        List.of(
            new Section.Table("Results", text.heads(), text.cells(), caption()),
            new Section.Table(
                "What each row adds",
                List.of("Row", "Adds to the row above"),
                text.additions(),
                ""),
            new Section.Comparison("Dice of each slice", groups()),
            new Section.Pictures(
                "Maps and masks",
                List.of(
                    new Section.Picture(
                        strips.maps(),
                        "Activation maps, a column a row of the table; outlined the truth."),
                    new Section.Picture(
                        strips.masks(), "Masks with their Dice; outlined the truth."))),
            new Section.Documents("Configuration", documents()),
            new Section.Notes("How it is counted", notes())));
  }

  private static String summary(RowTable table) {
    RowLine first = table.lines().get(0);
    RowLine last = table.lines().get(table.lines().size() - 1);
    return "Each of %d rows adds to the one above; the mean Dice goes from %s (%s) to %s (%s)."
        .formatted(
            table.lines().size(),
            TableText.number(first.dice().mean(), 3),
            first.row().name(),
            TableText.number(last.dice().mean(), 3),
            last.row().name());
  }

  private List<BoxChart.Group> groups() {
    List<BoxChart.Group> groups = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      groups.add(
          new BoxChart.Group(
              rows.get(i).name(), results.get(i).slices().stream().map(SliceEntry::dice).toList()));
    }
    return groups;
  }

  private List<Section.Document> documents() {
    PlannedRow last = rows.get(rows.size() - 1);
    return List.of(
        new Section.Document("config.yaml of the run", Settings.toYaml(run)),
        new Section.Document(
            "config.yaml of the row %s".formatted(last.name()), Settings.toYaml(last.settings())));
  }

  private static List<String> notes() {
    return List.of(
        "Slices of one patient are alike, so p is too small rather than too large.",
        "HD95 where exactly one mask is empty is undefined, and left out; rows.csv counts such slices.",
        "In volumes, slices without the label count as empty.");
  }
}
