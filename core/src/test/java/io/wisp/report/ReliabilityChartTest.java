package io.wisp.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityChartTest {
  @Test
  void emptyBinsAreLeftOut() {
    ReliabilityChart chart =
        new ReliabilityChart(
            "confidence of a pixel",
            "classified correctly, CDM",
            List.of(
                new ReliabilityChart.Point(0.95, 0.9, 0.8),
                new ReliabilityChart.Point(Double.NaN, Double.NaN, 0),
                new ReliabilityChart.Point(0.55, 0.6, 0.2)));
    assertThat(chart.description())
        .isEqualTo(
            "share classified correctly, CDM, against confidence of a pixel: 0.55: 0.60, 0.95: 0.90");
    assertThat(chart.svg()).contains("classified correctly, CDM", "<circle");
  }
}
