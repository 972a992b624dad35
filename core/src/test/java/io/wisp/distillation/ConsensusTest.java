package io.wisp.distillation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.training.Agreement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four methods look at two slices of four pixels. */
class ConsensusTest {
  private static final boolean[] LEFT = {true, true, false, false};
  private static final boolean[] MORE = {true, true, true, false};
  private static final boolean[] ONE = {true, false, false, false};
  private static final boolean[] RIGHT = {false, false, true, true};

  private final Consensus asked =
      new Consensus(
          List.of("teacher", "wide", "narrow", "wrong"),
          List.of(
              List.of(LEFT, LEFT), List.of(MORE, LEFT), List.of(ONE, LEFT), List.of(RIGHT, LEFT)));

  @Test
  void whoHardlyAgreesWithTheTeacherIsNotHeard() {
    Consensus opposite =
        new Consensus(
            List.of("teacher", "wrong"), List.of(List.of(LEFT, ONE), List.of(RIGHT, RIGHT)));
    assertThat(opposite.withTeacher(1)).isZero();
    assertThat(opposite.ofHeard().names()).containsExactly("teacher");
    assertThat(asked.withTeacher(1)).isEqualTo((0.8 + 1) / 2, within(1e-9));
    assertThat(asked.heard(3)).isTrue(); // right in every second slice
  }

  @Test
  void slicesAreRankedByTheMeanDiceOfAllPairs() {
    Consensus three = new Consensus(asked.names().subList(0, 3), asked.masks().subList(0, 3));
    double expected = (4 / 5.0 + 2 / 3.0 + 2 / 4.0) / 3;
    assertThat(three.agreement()).containsExactly(new double[] {expected, 1}, within(1e-9));
  }

  @Test
  void mostDecideAndATieIsUnknown() {
    assertThat(asked.levels(Agreement.MOST).get(0)).containsExactly(-1, 127, 127, 0);
    assertThat(asked.levels(Agreement.ALL).get(0)).containsExactly(127, 127, 127, 127);
    assertThat(asked.levels(Agreement.ALL).get(1)).containsExactly(-1, -1, 0, 0);
  }
}
