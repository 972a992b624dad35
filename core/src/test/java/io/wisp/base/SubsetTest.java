package io.wisp.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubsetTest {
  private static final List<Integer> TEN = IntStream.range(0, 10).boxed().toList();

  @Test
  void middlesOfEqualPartsAreTaken() {
    assertThat(Subset.fromMiddles(TEN, 2)).containsExactly(2, 7);
    assertThat(Subset.fromMiddles(List.of(0, 1, 2, 3, 4, 5, 6, 7), 4)).containsExactly(1, 3, 5, 7);
    assertThat(Subset.fromMiddles(TEN, 1)).containsExactly(5);
    assertThat(Subset.fromMiddles(TEN, 20)).isEqualTo(TEN);
    assertThat(Subset.fromMiddles(List.of(), 3)).isEmpty();
  }

  @Test
  void bothEndsAreTaken() {
    assertThat(Subset.fromEndToEnd(TEN, 3)).containsExactly(0, 5, 9);
    assertThat(Subset.fromEndToEnd(TEN, 1)).containsExactly(5);
    assertThat(Subset.fromEndToEnd(TEN, 20)).isEqualTo(TEN);
    assertThat(Subset.fromEndToEnd(TEN, 0)).isEmpty();
  }
}
