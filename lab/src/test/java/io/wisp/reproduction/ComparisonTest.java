package io.wisp.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.activation.MapMethod;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.SegmentationMethod;
import io.wisp.evaluation.Comparison;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void onlySlicesOfTheSameRepeatArePaired() {
    List<Comparison<MapMethod>> comparisons =
        ReproductionResult.comparisons(
            List.of(
                Evaluations.of(1, PerturbationMethod.CDM, 0.5, 0.6, 0.7),
                Evaluations.of(1, SegmentationMethod.FSL, 0.9, 0.9, 0.9),
                Evaluations.of(2, PerturbationMethod.CDM, 0.1, 0.1)));
    assertThat(comparisons).hasSize(1);
    assertThat(comparisons.get(0).slices()).isEqualTo(3);
    assertThat(comparisons.get(0).difference()).isEqualTo(-0.3, within(1e-12));
  }

  /** Of two patients, p is at least 2 / 2², however many slices they have. */
  @Test
  void theTestIsOverPatients() {
    Comparison<MapMethod> one =
        ReproductionResult.comparisons(
                List.of(
                    Evaluations.of(1, PerturbationMethod.CDM, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6),
                    Evaluations.of(1, SegmentationMethod.FSL, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9)))
            .get(0);
    assertThat(one.patients()).isEqualTo(2);
    assertThat(one.slices()).isEqualTo(6);
    assertThat(one.p()).isEqualTo(0.5, within(1e-12));
    assertThat(one.interval().low()).isEqualTo(-0.6, within(1e-12));
    assertThat(one.interval().high()).isEqualTo(-0.5, within(1e-12));
  }
}
