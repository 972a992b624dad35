package io.wisp.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
  private static final String PAGE = ReportPage.html(SampleReport.report());

  @Test
  void thePageSaysWhatTheReportSays() {
    assertThat(PAGE)
        .contains("<h1>Wisp demo on phantom brains</h1>", "<dd>6.8 mm</dd>")
        .contains("0.574 <span class=\"spread\">± 0.243</span>", "HD95 <span class=\"unit\">mm")
        .contains("phantom_021, slice 34", "Dice 0.843", "90th, 50th and 10th percentile")
        .contains("noise-level: 200", "HD95 is undefined");
  }

  @Test
  void everySectionIsThereAndInTheContents() {
    for (Section section : SampleReport.report().sections()) {
      assertThat(PAGE).contains("\">" + section.title() + "</h2>", section.title() + "</a>");
    }
  }

  @Test
  void everyKindOfSectionHasATemplateAndAnExample() {
    for (Class<?> kind : Section.class.getPermittedSubclasses()) {
      assertThat(ReportPage.class.getResource(ReportPage.templateOf(kind))).isNotNull();
      assertThat(SampleReport.report().sections()).hasAtLeastOneElementOfType(kind);
    }
  }

  @Test
  void thePageLoadsNothing() {
    assertThat(PAGE)
        .doesNotContainPattern("https?://")
        .doesNotContain("<script", "<link", "@import");
    var sources = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(PAGE).results().toList();
    assertThat(sources).isNotEmpty();
    assertThat(sources).allMatch(one -> one.group(1).matches("(?s)(#|data:image/png;base64,).*"));
  }

  @Test
  void everyPictureHasAnAlternativeText() {
    assertThat(Pattern.compile("<img ").matcher(PAGE).results().count()).isEqualTo(3 * 5 + 16 + 1);
    assertThat(PAGE).doesNotContainPattern("<img (?![^>]*alt=\"[^\"]+\")");
  }

  @Test
  void undefinedFiguresAreDashes() {
    assertThat(PAGE).contains("<td>–</td>").doesNotContain("NaN");
  }

  @Test
  void specialCharactersAreEscaped() {
    String evil = "<script>\"'&";
    Report report =
        new Report(
            evil,
            evil,
            List.of(new Report.Headline(evil, evil)),
            List.of(
                new Section.Documents(evil, List.of(new Section.Document(evil, evil))),
                new Section.Results(
                    evil, evil, List.of(SampleReport.row(evil, 0.5, 0.4, 1, 2, 0)), evil)));

    assertThat(ReportPage.html(report)).contains("&lt;script&gt;").doesNotContain("<script>");
  }

  @Test
  void emptySectionsAreLeftOut() {
    Report report =
        new Report(
            "title",
            "summary",
            List.of(),
            List.of(
                new Section.Volumes("Volumes", "mm", List.of()),
                new Section.Charts(
                    "Training", List.of(new LossChart(new LossCurve("loss", List.of())))),
                new Section.Samples("Samples", List.of(new ClassSamples("a", List.of()))),
                new Section.Notes("Notes", List.of("one"))));

    assertThat(ReportPage.html(report))
        .contains("Notes</h2>")
        .doesNotContain("Volumes", "Training", "Samples", "class=\"headlines\"");
  }

  @Test
  void anExampleWithoutTruthShowsFourPictures() {
    ExampleRow full = SampleReport.example(ExampleRow.Kind.GOOD, "case", 0.5, 1);
    ExampleRow row =
        new ExampleRow(
            full.kind(),
            "case",
            Double.NaN,
            full.image(),
            Optional.empty(),
            full.map(),
            full.mask());

    assertThat(Figures.example(row).figures())
        .extracting(Figures.Figure::caption)
        .containsExactly("image", "activation map, 0.00 to 1.00", "mask", "overlay");
  }

  @Test
  void shapesThatDifferAreRefused() {
    Grid small = new Grid(1, 1, new float[1]);
    Grid large = new Grid(2, 2, new float[4]);

    assertThatThrownBy(
            () ->
                new ExampleRow(
                    ExampleRow.Kind.BAD, "case 7", 0, large, Optional.empty(), small, large))
        .hasMessageContaining("case 7");
  }

  @Test
  void thePageTakesThePlaceOfAnOlderOne(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("report.html"), "older");
    ReportPage.write(SampleReport.report(), file);
    assertThat(Files.readString(file)).isEqualTo(PAGE);
  }
}
