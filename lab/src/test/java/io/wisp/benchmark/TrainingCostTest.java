package io.wisp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingCostTest {
  private final TrainingCost cost = new TrainingCost(100, 10);

  @Test
  void theWantedBatchIsTakenWhereItFits() {
    assertThat(cost.batch(4, 2, 280)).isEqualTo(4);
    assertThat(cost.bytes(2, 4)).isEqualTo(280);
  }

  @Test
  void otherwiseTheLargestThatFits() {
    assertThat(cost.batch(4, 2, 279)).isEqualTo(3);
    assertThat(cost.batch(4, 1, 110)).isEqualTo(1);
  }

  @Test
  void noneWhereNotEvenOneImageFits() {
    assertThat(cost.batch(4, 1, 109)).isZero();
    assertThat(cost.batch(4, 1, 50)).isZero();
  }
}
