package io.wisp.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleChoiceTest {
  @Test
  void someAreSpreadOverAll() {
    assertThat(ExampleChoice.spread(List.of(0, 1, 2, 3, 4, 5, 6, 7), 4))
        .containsExactly(1, 3, 5, 7);
    assertThat(ExampleChoice.spread(List.of(0, 1, 2), 1)).containsExactly(1);
    assertThat(ExampleChoice.spread(List.of(0, 1), 4)).containsExactly(0, 1);
  }
}
