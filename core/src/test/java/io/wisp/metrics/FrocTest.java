package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.metrics.ObjectMatch.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrocTest {
  private static final Candidate WRONG = new Candidate(0.9, List.of());
  private static final Candidate FIRST = new Candidate(0.8, List.of(0));
  private static final Candidate IN_HEALTHY = new Candidate(0.5, List.of());
  private static final Candidate SECOND = new Candidate(0.3, List.of(0, 1));

  /** Two objects in one scan, none in the other. */
  private final Froc froc =
      Froc.of(
          List.of(
              new ObjectMatch(List.of(0.5, 0.5), List.of(SECOND, WRONG, FIRST)),
              new ObjectMatch(List.of(), List.of(IN_HEALTHY))));

  @Test
  void outlinesAreKeptFromTheHighestPeakDown() {
    assertThat(froc.points())
        .containsExactly(
            new Froc.Point(0, 0),
            new Froc.Point(0.5, 0),
            new Froc.Point(0.5, 0.5),
            new Froc.Point(1, 0.5),
            new Froc.Point(1, 1));
  }

  @Test
  void sensitivityIsTheBestWithSoManyFalseOnes() {
    assertThat(froc.sensitivity(0.4)).isZero();
    assertThat(froc.sensitivity(0.5)).isEqualTo(0.5);
    assertThat(froc.sensitivity(1)).isEqualTo(1);
    assertThat(froc.sensitivity(4)).isEqualTo(1);
  }

  @Test
  void equalPeaksAreKeptTogether() {
    Candidate tied = new Candidate(0.8, List.of());
    Froc one = Froc.of(List.of(new ObjectMatch(List.of(0.5), List.of(FIRST, tied))));
    assertThat(one.points()).containsExactly(new Froc.Point(0, 0), new Froc.Point(1, 1));
  }

  @Test
  void withoutAnObjectThereIsNoSensitivity() {
    Froc none = Froc.of(List.of(new ObjectMatch(List.of(), List.of(WRONG))));
    assertThat(none.sensitivity(4)).isNaN();
  }
}
