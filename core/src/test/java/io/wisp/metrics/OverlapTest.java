package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OverlapTest {
  @Test
  void countsTheFourKinds() {
    boolean[] prediction = {true, true, true, false, false, false};
    boolean[] truth = {true, false, false, true, false, false};
    assertThat(Overlap.of(prediction, truth)).isEqualTo(new Overlap(1, 2, 1, 2));
  }

  @Test
  void measuresFollowFromTheCounts() {
    Overlap overlap = new Overlap(3, 1, 2, 94);
    assertThat(overlap.dice()).isEqualTo(6.0 / 9);
    assertThat(overlap.iou()).isEqualTo(3.0 / 6);
    assertThat(overlap.precision()).isEqualTo(3.0 / 4);
    assertThat(overlap.recall()).isEqualTo(3.0 / 5);
    assertThat(overlap.total()).isEqualTo(100);
  }

  @Test
  void nothingPredictedWhereNothingIsIsRight() {
    Overlap overlap = new Overlap(0, 0, 0, 9);
    assertThat(overlap.dice()).isEqualTo(1);
    assertThat(overlap.iou()).isEqualTo(1);
    assertThat(overlap.precision()).isEqualTo(1);
    assertThat(overlap.recall()).isEqualTo(1);
  }

  @Test
  void anEmptyMaskAgainstAnObjectScoresZero() {
    Overlap missed = new Overlap(0, 0, 4, 5);
    Overlap invented = new Overlap(0, 4, 0, 5);
    for (Overlap overlap : new Overlap[] {missed, invented}) {
      assertThat(overlap.dice()).isZero();
      assertThat(overlap.iou()).isZero();
      assertThat(overlap.precision()).isZero();
      assertThat(overlap.recall()).isZero();
    }
  }

  @Property
  void diceFollowsFromIou(
      @ForAll @Size(12) boolean[] prediction, @ForAll @Size(12) boolean[] truth) {
    Overlap overlap = Overlap.of(prediction, truth);
    assertThat(overlap.dice()).isCloseTo(2 * overlap.iou() / (1 + overlap.iou()), within(1e-12));
  }

  @Test
  void refusesMasksOfDifferentSize() {
    assertThatThrownBy(() -> Overlap.of(new boolean[3], new boolean[4]))
        .hasMessage("the predicted mask has 3 elements, the true one 4");
  }
}
