package io.wisp.slices;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.dataset.Split;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SheetChoiceTest {
  @Test
  void aCaseWithBothLabelsHasItsColumn() {
    List<SliceRecord> slices =
        IntStream.range(0, 40).mapToObj(i -> slice(i, "c" + i / 10, i % 10 < 4 ? 1 : 0)).toList();
    List<List<Optional<SliceRecord>>> rows = SheetChoice.of(slices, 8);
    assertThat(rows).hasSize(4);
    for (int column = 0; column < 4; column++) {
      for (int row = 0; row < 4; row++) {
        SliceRecord chosen = rows.get(row).get(column).orElseThrow();
        assertThat(chosen.caseId()).isEqualTo("c" + column);
        assertThat(chosen.label()).isEqualTo(row < 2 ? 1 : 0);
      }
    }
  }

  @Test
  void everyOneOfSeveralLabelsHasARowThoughEachSliceIsACase() {
    List<SliceRecord> slices =
        IntStream.range(0, 40).mapToObj(i -> slice(i, "c" + i, i / 10)).toList();
    List<List<Optional<SliceRecord>>> rows = SheetChoice.of(slices, 8);
    assertThat(rows).hasSize(4);
    for (int row = 0; row < 4; row++) {
      int label = 3 - row;
      assertThat(rows.get(row)).hasSize(8).allMatch(s -> s.orElseThrow().label() == label);
    }
  }

  private static SliceRecord slice(int index, String id, int label) {
    return new SliceRecord(
        index, id, index, label, Split.TRAIN, Double.NaN, Double.NaN, Double.NaN);
  }
}
