package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import io.wisp.activation.MethodType;
import io.wisp.activation.SegmentationMethod;
import io.wisp.activation.SupervisedSettings;
import io.wisp.base.SettingsTree;
import io.wisp.evaluation.Comparison;
import io.wisp.evaluation.SliceEntry;
import io.wisp.report.BoxChart;
import io.wisp.report.Format;
import io.wisp.report.Report;
import io.wisp.report.Report.Headline;
import io.wisp.report.Section;
import java.util.ArrayList;
import java.util.List;

/** The page of a reproduction. */
final class ReproductionReport {
  private ReproductionReport() {}

  static Report of(ReproductionResult result, MethodStrips strips) {
    ResultTable table = result.table();
    List<Section> sections = new ArrayList<>();
    sections.add(section("Results", table));
    result.largeObjects().ifPresent(large -> sections.add(section("Large objects only", large)));
    TableText text = new TableText(table);
    sections.add(
        new Section.Table(
            "Confidence intervals",
            text.detailHeads(),
            text.detailCells(),
            "95 % bootstrap over patients, each with all its slices; with few of them it is unreliable."));
    sections.add(
        new Section.Charts("Dice of each slice", List.of(new BoxChart("Dice", groups(result)))));
    sections.add(
        new Section.Pictures(
            "Examples",
            List.of(
                new Section.Picture(
                    strips.maps(),
                    "Activation maps of the first repeat, truth outlined; slices with a large object, from patients across the held-out set."),
                new Section.Picture(
                    strips.masks(), "Masks made from them, with their Dice; truth outlined."))));
    sections.add(Comparison.table(result.comparisons(), MapMethod::title));
    sections.add(
        new Section.Documents(
            "Configuration",
            List.of(
                new Section.Document(
                    "config.yaml of the first repeat",
                    SettingsTree.toYaml(result.plan().settings(1))))));
    sections.add(new Section.Notes("Notes", notes(result)));
    return new Report(
        "Weakly supervised methods on " + result.plan().study().title(),
        summary(result, table),
        headlines(table),
        sections);
  }

  private static String summary(ReproductionResult result, ResultTable table) {
    String scored =
        "%s methods, scored on %s positive slices of held-out patients in %s of %s repeats, beside the paper's results (%s)."
            .formatted(
                table.lines().size(),
                table.lines().get(0).slices(),
                result.repeats(),
                result.plan().repeats(),
                result.plan().study().publishedIn());
    return result.verdictText().map(verdict -> verdict + " " + scored).orElse(scored);
  }

  /**
   * The best method that learns from labels alone, the best that learns nothing, the upper bound.
   */
  private static List<Headline> headlines(ResultTable table) {
    List<Headline> headlines = new ArrayList<>();
    table.bestLearned().ifPresent(line -> headlines.add(headline(line, "mean Dice of the best, ")));
    table.bestRule().ifPresent(line -> headlines.add(headline(line, "without learning, ")));
    table.lines().stream()
        .filter(line -> line.type() == MethodType.FSL)
        .findFirst()
        .ifPresent(line -> headlines.add(headline(line, "with masks, ")));
    return headlines;
  }

  private static Headline headline(ResultLine line, String label) {
    return new Headline(Format.number(line.dice().mean(), 2), label + line.method().title());
  }

  private static Section section(String title, ResultTable table) {
    TableText text = new TableText(table);
    return new Section.Table(title, text.heads(), text.cells(), table.caption());
  }

  private static List<BoxChart.Group> groups(ReproductionResult result) {
    return result.methods().stream()
        .map(
            method ->
                new BoxChart.Group(
                    method.title(),
                    result.of(method).stream()
                        .flatMap(one -> one.slices().stream())
                        .map(SliceEntry::dice)
                        .toList()))
        .toList();
  }

  private static List<String> notes(ReproductionResult result) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Scores are over slices whose label says that the object is there. All methods but FSL know labels only; their masks are made by one recipe, that of the configuration. Rules that learn nothing have recipes of their own. FSL learns from masks, and cuts its probability at "
            + result.plan().settings(1).maps().of(SupervisedSettings.FSL).threshold()
            + ".");
    if (result.methods().contains(SegmentationMethod.STUDENT)) {
      notes.add(
          "The student learned from CDM's masks of the training patients, and cuts its probability at "
              + result.plan().settings(1).student().threshold()
              + ".");
    }
    notes.addAll(
        List.of(
            "Each repeat has a new patient split and trains all networks again. Means are taken over slices, then over repeats; ± is the standard deviation over repeats.",
            "Intervals are bootstraps over patients, with all their slices (2000 draws); tests of two methods are over patients, too. A patient held out in several repeats counts once.",
            "HD95 where exactly one mask is empty is undefined and omitted; the table counts such slices. The published code counts them as 0, which flatters.",
            "Published figures are for %s, on an RTX 2080 Ti; the paper does not give the unit of its HD95."
                .formatted(result.plan().study().publishedIn())));
    return notes;
  }
}
