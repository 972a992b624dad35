package io.wisp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.Progress;
import io.wisp.activation.MapMethods;
import io.wisp.benchmark.BenchmarkPlan.Section;
import io.wisp.benchmark.BenchmarkReport.ConvolutionShare;
import io.wisp.benchmark.BenchmarkReport.Measurement;
import io.wisp.engine.Engine;
import io.wisp.engine.Precision;
import io.wisp.training.RunSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BenchmarkSuiteTest {
  private static final long PLENTY = 1L << 40;

  @Test
  void everythingIsMeasuredInBothNumberFormats() {
    BenchmarkReport report = run(EnumSet.allOf(Section.class), PLENTY);

    assertThat(report.measurements())
        .extracting(Measurement::task)
        .contains("forward, batch 1", "forward, batch 2", "training step, batch 2")
        .contains("CG-CDM", "CG-Diff", "CG-Diff unguided", "GradCAM", "ScoreCAM", "LayerCAM")
        .anyMatch(task -> task.startsWith("CDM, the preset's settings"));
    assertThat(report.measurements()).allSatisfy(BenchmarkSuiteTest::isSane);
    assertThat(report.measurements())
        .extracting(Measurement::precision)
        .startsWith(Precision.FLOAT32, Precision.BFLOAT16);
    assertThat(report.convolutions())
        .isNotEmpty()
        .allMatch(share -> share.share() > 0 && Double.isFinite(share.share()))
        .extracting(ConvolutionShare::form)
        .contains(ConvolutionForm.PLAIN);
    assertThat(report.memory()).allMatch(peak -> peak.bytes() > 1 << 20);
    assertThat(report.operations()).isPositive();
    assertThat(report.parameters()).isPositive();
  }

  @Test
  void plainFloat32IsTheMeasureOfSpeed() {
    BenchmarkReport report = run(Set.of(Section.FORWARD), PLENTY);

    assertThat(report.measurements())
        .filteredOn(measurement -> measurement.precision() == Precision.FLOAT32)
        .allMatch(measurement -> measurement.speedup() == 1);
    assertThat(report.memory()).isEmpty();
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void aTrainingThatDoesNotFitIsLeftOutWithASentence() {
    BenchmarkReport report = run(Set.of(Section.TRAINING), 1 << 20);

    assertThat(report.measurements()).isEmpty();
    assertThat(report.notes()).singleElement().asString().startsWith("Training was skipped: ");
  }

  private static void isSane(Measurement measurement) {
    Timing timing = measurement.timing();
    assertThat(timing.least()).isPositive().isLessThanOrEqualTo(timing.median());
    assertThat(timing.median()).isLessThanOrEqualTo(timing.most());
    assertThat(measurement.secondsPerUnit()).isPositive();
    assertThat(measurement.unitsPerSecond()).isPositive();
    assertThat(measurement.speedup()).isPositive();
  }

  private static BenchmarkReport run(Set<Section> sections, long memory) {
    RunSettings settings =
        RunSettings.of(
            "demo",
            null,
            List.of(
                "network.image_size=16",
                "network.channel_mult=[1, 2]",
                "map.noise_levels=[30]",
                "map.draws=1",
                "cg_diff.noise_level=6",
                "classifier.network.channel_mult=[1, 2]",
                "train.batch=2"));
    Engine plain = Engine.reference();
    List<Engine> engines = List.of(plain, plain.with(Precision.BFLOAT16));
    BenchmarkPlan plan =
        new BenchmarkPlan(
            settings,
            engines,
            sections,
            MapMethods.all(),
            List.of(1, 2),
            List.of(1),
            memory,
            new Effort(0, 1));
    return new BenchmarkSuite(plan).run(Progress.SILENT);
  }
}
