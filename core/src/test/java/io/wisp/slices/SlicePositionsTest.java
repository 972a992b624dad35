package io.wisp.slices;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.dataset.Split;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlicePositionsTest {
  @Test
  void theFirstAndTheLastSliceOfTheCaseDecideWhateverTheirLabels() {
    List<SliceRecord> slices =
        List.of(slice("a", 30, 0), slice("a", 40, 1), slice("a", 45, 1), slice("a", 70, 0));
    SlicePositions positions = SlicePositions.of(slices);
    assertThat(slices.stream().map(positions::of)).containsExactly(0.0, 0.25, 0.375, 1.0);
  }

  @Test
  void everyCaseHasItsOwnEnds() {
    List<SliceRecord> slices =
        List.of(slice("a", 0, 0), slice("a", 9, 0), slice("b", 4, 0), slice("b", 5, 1));
    SlicePositions positions = SlicePositions.of(slices);
    assertThat(slices.stream().map(positions::of)).containsExactly(0.0, 1.0, 0.0, 1.0);
  }

  @Test
  void theOnlySliceOfACaseLiesInTheMiddle() {
    SliceRecord only = slice("a", 7, 1);
    assertThat(SlicePositions.of(List.of(only)).of(only)).isEqualTo(0.5);
  }

  private static SliceRecord slice(String caseId, int place, int label) {
    return new SliceRecord(0, caseId, place, label, Split.TRAIN, 1, 1, Double.NaN);
  }
}
