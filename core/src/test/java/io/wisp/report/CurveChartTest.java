package io.wisp.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveChartTest {
  private final CurveChart chart =
      new CurveChart(
          "τ",
          "Dice",
          List.of(
              new CurveChart.Point(0.9, 0.4),
              new CurveChart.Point(0.1, 0.3),
              new CurveChart.Point(0.5, Double.NaN)));

  @Test
  void pointsAreInOrderAndWithoutGaps() {
    assertThat(chart.description()).isEqualTo("Dice against τ: 0.1: 0.300, 0.9: 0.400");
  }

  @Test
  void anSvgFileStandsAlone(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("curve.svg");
    chart.writeSvg(file);
    var root =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getDocumentElement();
    assertThat(root.getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(Files.readString(file)).contains("<style>", ".line.accent{stroke:#c2570c");
  }

  @Test
  void oneValueAloneIsStillDrawn() throws IOException {
    CurveChart one = new CurveChart("Q", "Dice", List.of(new CurveChart.Point(400, 0.5)));
    assertThat(one.svg()).contains("<circle");
    assertThat(one.picture(1).getWidth()).isEqualTo(Chart.WIDTH);
  }
}
