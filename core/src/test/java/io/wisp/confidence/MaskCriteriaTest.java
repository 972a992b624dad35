package io.wisp.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaskCriteriaTest {
  private static final double NOTHING = Double.NaN;

  @Test
  void aStudentIsCertainWhereItsProbabilitiesAreFarFromOneHalf() {
    float[] p = {1, 0.75f, 0.5f, 0};
    boolean[] mask = {true, true, false, false};
    assertThat(MaskCriteria.certainty(p, mask)).isEqualTo(0.75, within(1e-6));
    assertThat(MaskCriteria.certainty(p, new boolean[4])).isZero();
  }

  @Test
  void decisionsAgainstTheThresholdAreNotCertain() {
    assertThat(MaskCriteria.certainty(new float[] {1, 0.1f}, new boolean[] {true, true}))
        .isEqualTo(0.5, within(1e-6));
  }

  @Test
  void slicesAreComparedWithThoseRightBesideThemInTheSameCase() {
    List<SlicePlace> slices =
        List.of(place("a", 3), place("a", 4), place("a", 6), place("b", 7), place("b", 8));
    List<boolean[]> masks =
        List.of(mask("110"), mask("011"), mask("011"), mask("111"), mask("000"));
    assertThat(MaskCriteria.neighbours(slices, masks))
        .as("Dice; alone; alone; the neighbour has none; nothing against three pixels")
        .containsExactly(0.5, 0.5, NOTHING, NOTHING, 0);
  }

  @Test
  void twoNeighboursAreAveraged() {
    List<SlicePlace> slices = List.of(place("a", 1), place("a", 2), place("a", 3));
    List<boolean[]> masks = List.of(mask("110"), mask("110"), mask("011"));
    assertThat(MaskCriteria.neighbours(slices, masks)).containsExactly(1, 0.75, 0.5);
  }

  private static SlicePlace place(String id, int index) {
    return new SlicePlace(id, index);
  }

  private static boolean[] mask(String pixels) {
    boolean[] mask = new boolean[pixels.length()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = pixels.charAt(i) == '1';
    }
    return mask;
  }
}
