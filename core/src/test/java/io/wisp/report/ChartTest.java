package io.wisp.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
  @Test
  void theHistogramCountsEveryFiniteDice() {
    DiceHistogram histogram = new DiceHistogram(List.of(0.0, 0.04, 0.05, 1.0, Double.NaN));

    assertThat(histogram.counts()).hasSize(20).startsWith(2, 1, 0).endsWith(0, 1);
    assertThat(histogram.description()).contains("4 slices", "mean 0.27", "median 0.05");
  }

  @Test
  void aChartIsOneSvgElementWithADescription() {
    String svg = new DiceHistogram(List.of(0.5)).svg();

    assertThat(svg).startsWith("<svg ").endsWith("</svg>").contains("role=\"img\"", "aria-label");
  }

  @Test
  void textsInAChartAreEscaped() {
    String svg = new BoxChart("Dice", List.of(new BoxChart.Group("<b>&", List.of(0.5)))).svg();

    assertThat(svg).contains("&lt;b&gt;&amp;").doesNotContain("<b>");
  }

  @Test
  void aLongLossCurveIsThinned() {
    List<LossCurve.Point> points = new ArrayList<>();
    for (int step = 0; step < 200_000; step++) {
      points.add(new LossCurve.Point(step, 1 + step % 7));
    }
    String svg = new LossChart(new LossCurve("long", points)).svg();

    assertThat(svg.length()).isLessThan(60_000);
  }

  @Test
  void smoothingStartsAtTheFirstLossAndSkipsWhatIsNotFinite() {
    LossCurve curve =
        new LossCurve(
            "loss",
            List.of(
                new LossCurve.Point(1, 4),
                new LossCurve.Point(2, Double.NaN),
                new LossCurve.Point(3, 1)));

    List<LossCurve.Point> smooth = curve.smoothed(2).points();

    assertThat(smooth).containsExactly(new LossCurve.Point(1, 4), new LossCurve.Point(3, 2));
  }

  @Test
  void chartsOfAlmostNothingCanBeDrawn() {
    List<Chart> charts =
        List.of(
            new LossChart(new LossCurve("none", List.of())),
            new LossChart(new LossCurve("one", List.of(new LossCurve.Point(0, 0)))),
            new LossChart(new LossCurve("bad", List.of(new LossCurve.Point(1, Double.NaN)))),
            new SizeChart("px", List.of(new ScoredSlice("a", 0, 1))),
            new BoxChart("Dice", List.of(new BoxChart.Group("a", List.of(1.0)))),
            new EstimateChart("Dice", List.of()),
            new EstimateChart(
                "Dice", List.of(new EstimateChart.Line("a", new Estimate(0.5, Double.NaN)))));

    for (Chart chart : charts) {
      assertThat(chart.svg()).doesNotContain("NaN", "Infinity");
      assertThat(chart.picture(1).getWidth()).isEqualTo(Chart.WIDTH);
    }
  }

  @Test
  void estimatesAreTheMeansThatThereAreWithTheirSpread() {
    assertThat(SampleReport.estimateChart().description())
        .startsWith("Dice: as published 0.310 ± 0.040, whole contrast")
        .doesNotContain("nothing");
  }

  @Test
  void slicesWithoutAnObjectAreLeftOutOfTheSizeChart() {
    SizeChart chart =
        new SizeChart("px", List.of(new ScoredSlice("a", 0.5, 0), new ScoredSlice("b", 0.5, 9)));

    assertThat(chart.slices()).containsExactly(new ScoredSlice("b", 0.5, 9));
  }

  @Test
  void aChartIsWrittenAsAPictureOfTwiceItsSize(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("run/loss.png");
    new LossChart(SampleReport.curve()).write(file);

    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(2 * Chart.WIDTH);
    assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }
}
