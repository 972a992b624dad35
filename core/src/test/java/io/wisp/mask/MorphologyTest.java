package io.wisp.mask;

import static io.wisp.mask.Picture.mask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MorphologyTest {
  private static final int[] SHAPE = {5, 6};

  @Test
  void erosionTakesOffOneLayerOfFaceNeighbours() {
    boolean[] mask = mask("......", ".####.", ".####.", ".####.", "......");
    assertThat(Morphology.erode(mask, SHAPE, 1))
        .containsExactly(mask("......", "......", "..##..", "......", "......"));
    assertThat(Morphology.erode(mask, SHAPE, 0)).containsExactly(mask).isNotSameAs(mask);
    assertThat(Morphology.erode(mask, SHAPE, 2)).doesNotContain(true);
  }

  @Test
  void dilationAddsOneLayerOfFaceNeighbours() {
    boolean[] mask = mask("......", "......", "..##..", "......", "......");
    assertThat(Morphology.dilate(mask, SHAPE, 1))
        .containsExactly(mask("......", "..##..", ".####.", "..##..", "......"));
    assertThat(Morphology.dilate(mask, SHAPE, 0)).containsExactly(mask).isNotSameAs(mask);
  }

  @Test
  void dilationStopsAtTheBorderOfTheGrid() {
    boolean[] corner = mask("#.....", "......", "......", "......", "......");
    assertThat(Morphology.dilate(corner, SHAPE, 2))
        .containsExactly(mask("###...", "##....", "#.....", "......", "......"));
  }

  @Test
  void outsideTheGridIsBackground() {
    boolean[] full = mask("######", "######", "######", "######", "######");
    assertThat(Morphology.erode(full, SHAPE, 1))
        .containsExactly(mask("......", ".####.", ".####.", ".####.", "......"));
  }

  @Test
  void inThreeDimensionsAVoxelHasSixNeighbours() {
    boolean[] cube = new boolean[27];
    Arrays.fill(cube, true);
    boolean[] centre = new boolean[27];
    centre[13] = true;
    assertThat(Morphology.erode(cube, new int[] {3, 3, 3}, 1)).containsExactly(centre);
  }

  @Test
  void fillsHolesButNotBays() {
    boolean[] mask = mask(".####.", ".#..#.", ".#..#.", ".####.", ".#..#.");
    assertThat(Morphology.fillHoles(mask, SHAPE))
        .containsExactly(mask(".####.", ".####.", ".####.", ".####.", ".#..#."));
  }

  @Test
  void aHoleBehindACornerIsAHole() {
    boolean[] mask = mask("......", "..#...", ".#.#..", "..#...", "......");
    assertThat(Morphology.fillHoles(mask, SHAPE)[2 * 6 + 2]).isTrue();
  }

  @Test
  void refusesAShapeThatDoesNotFit() {
    assertThatThrownBy(() -> Morphology.erode(new boolean[7], SHAPE, 1))
        .hasMessageContaining("7 elements");
    assertThatThrownBy(() -> Morphology.fillHoles(new boolean[4], new int[] {4}))
        .hasMessageContaining("[4]");
    assertThatThrownBy(() -> Morphology.erode(new boolean[30], SHAPE, -1))
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> Morphology.dilate(new boolean[30], SHAPE, -1))
        .hasMessageContaining("-1");
  }
}
