package io.wisp.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.SegmentationMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void onlySlicesOfTheSameRepeatArePaired() {
    List<Comparison> comparisons =
        Comparison.all(
            List.of(
                Evaluations.of(1, PerturbationMethod.CDM, 0.5, 0.6, 0.7),
                Evaluations.of(1, SegmentationMethod.FSL, 0.9, 0.9, 0.9),
                Evaluations.of(2, PerturbationMethod.CDM, 0.1, 0.1)));
    assertThat(comparisons).hasSize(1);
    assertThat(comparisons.get(0).slices()).isEqualTo(3);
    assertThat(comparisons.get(0).difference()).isEqualTo(-0.3, within(1e-12));
  }
}
