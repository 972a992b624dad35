package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CaseStackTest {
  private static final boolean[] FULL = {true, true};
  private static final boolean[] EMPTY = {false, false};
  private static final double[] SPACING = {5, 1, 1};

  private final CaseStack stack = new CaseStack("a", 1, 2, SPACING);

  @Test
  void scoresTheSlicesAsOneBodyInAnyOrder() {
    stack.add(4, FULL, EMPTY);
    stack.add(3, FULL, FULL);
    CaseScore scored = stack.score();
    assertThat(scored.slices()).isEqualTo(2);
    assertThat(scored.score().dice()).isEqualTo(2.0 * 2 / 6);
    assertThat(scored.score().hd()).isEqualTo(5);
  }

  @Test
  void missingSlicesCountAsEmpty() {
    stack.add(0, FULL, EMPTY);
    stack.add(3, EMPTY, FULL);
    assertThat(stack.score().score().hd()).isEqualTo(15);
    assertThat(stack.score().score().objectFraction()).isEqualTo(0.25);
  }

  @Test
  void unknownSliceDistanceGivesPixels() {
    CaseStack unknown = new CaseStack("b", 1, 2, new double[] {Double.NaN, 1, 1});
    unknown.add(0, FULL, FULL);
    assertThat(unknown.score().score().unit()).isEqualTo(DistanceUnit.PIXEL);
  }

  @Test
  void refusesASliceTwiceAndAnEmptyCase() {
    stack.add(0, FULL, EMPTY);
    assertThatThrownBy(() -> stack.add(0, FULL, EMPTY)).hasMessage("slice 0 of a came twice");
    assertThatThrownBy(() -> new CaseStack("b", 1, 2, SPACING).score())
        .hasMessage("b has no slices to score");
  }
}
