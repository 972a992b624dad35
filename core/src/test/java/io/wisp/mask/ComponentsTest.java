package io.wisp.mask;

import static io.wisp.mask.Picture.mask;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComponentsTest {
  private static final int[] SHAPE = {4, 6};
  private static final boolean[] MASK = mask("##...#", "##...#", "..#...", "..###.");

  @Test
  void cornersJoinOrNot() {
    assertThat(Components.of(MASK, SHAPE, Connectivity.FACES).count()).isEqualTo(3);
    assertThat(Components.of(MASK, SHAPE, Connectivity.CORNERS).count()).isEqualTo(2);
  }

  @Test
  void areNumberedInTheOrderOfTheScan() {
    Components components = Components.of(MASK, SHAPE, Connectivity.CORNERS);
    assertThat(components.size(1)).isEqualTo(8);
    assertThat(components.size(2)).isEqualTo(2);
  }

  @Test
  void ofEqualOnesTheFirstIsTheLargest() {
    assertThat(Components.of(MASK, SHAPE, Connectivity.FACES).largest())
        .containsExactly(mask("##....", "##....", "......", "......"));
  }

  @Test
  void smallOnesCanBeRemoved() {
    assertThat(Components.of(MASK, SHAPE, Connectivity.FACES).atLeast(3))
        .containsExactly(mask("##....", "##....", "..#...", "..###."));
  }

  @Test
  void anEmptyMaskHasNone() {
    Components none = Components.of(new boolean[24], SHAPE, Connectivity.FACES);
    assertThat(none.count()).isZero();
    assertThat(none.largest()).hasSize(24).doesNotContain(true);
  }

  @Test
  void inThreeDimensionsSlicesHangTogetherThroughFacesOrCorners() {
    boolean[] diagonal = new boolean[8];
    diagonal[0] = true;
    diagonal[7] = true;
    int[] cube = {2, 2, 2};
    assertThat(Components.of(diagonal, cube, Connectivity.FACES).count()).isEqualTo(2);
    assertThat(Components.of(diagonal, cube, Connectivity.CORNERS).count()).isEqualTo(1);
    diagonal[4] = true;
    assertThat(Components.of(diagonal, cube, Connectivity.FACES).size(1)).isEqualTo(2);
  }
}
