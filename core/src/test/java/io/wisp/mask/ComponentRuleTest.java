package io.wisp.mask;

import static io.wisp.mask.Picture.map;
import static io.wisp.mask.Picture.mask;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ComponentRuleTest {
  private static final float[] BOTH = map("990009", "990000", "990090");
  private static final float[] LEFT = map("900000", "000000", "000000");
  private static final float[] RIGHT = map("000099", "000099", "000099");
  private static final MaskRecipe CUT = MaskRecipe.published().withThreshold(Threshold.fixed(0.5));

  private static List<SliceMask> make(MaskRecipe recipe, int[] places, float[]... maps) {
    return new MaskMaker(recipe, MaskUnit.SLICE, 3, 6).make(MapSlices.at(places, List.of(maps)));
  }

  @Example
  void severalKeepsThoseOfAQuarterOfTheLargest() {
    boolean[] mask = mask("####..##", "####....", "......#.");
    assertThat(ComponentRule.SEVERAL.apply(mask, 3, 8))
        .containsExactly(mask("####..##", "####....", "........"));
    boolean[] odd = mask("###.##.#", "##......");
    assertThat(ComponentRule.SEVERAL.apply(odd, 2, 8))
        .containsExactly(mask("###.##..", "##......"));
  }

  @Example
  void severalOfNothingIsNothing() {
    assertThat(ComponentRule.SEVERAL.apply(new boolean[6], 2, 3)).doesNotContain(true);
  }

  @Property(tries = 100)
  void severalKeepsTheLargestAndNothingThatWasNotThere(@ForAll long seed) {
    boolean[] mask = Field.random(seed, 6, 9).inside();
    for (int i = 0; i < mask.length; i += 2) {
      mask[i] = false;
    }
    boolean[] several = ComponentRule.SEVERAL.apply(mask, 6, 9);
    boolean[] largest = ComponentRule.LARGEST.apply(mask, 6, 9);
    for (int i = 0; i < mask.length; i++) {
      assertThat(several[i]).isIn(mask[i], largest[i]);
      assertThat(largest[i] && !several[i]).isFalse();
      assertThat(several[i] && !mask[i]).isFalse();
    }
  }

  @Example
  void theLargestOfAVolumeMayLeaveASliceEmpty() {
    MaskRecipe recipe = CUT.withComponents(ComponentRule.LARGEST_3D);
    List<SliceMask> made = make(recipe, new int[] {3, 4, 5}, LEFT, BOTH, RIGHT);
    assertThat(made.get(0).mask()).doesNotContain(true);
    assertThat(made.get(1).mask()).containsExactly(mask(".....#", "......", "....#."));
    assertThat(made.get(2).mask()).containsExactly(mask("....##", "....##", "....##"));
  }

  @Example
  void aMissingSliceSeparates() {
    MaskRecipe recipe = CUT.withComponents(ComponentRule.LARGEST_3D);
    List<SliceMask> made = make(recipe, new int[] {3, 4, 6}, LEFT, BOTH, RIGHT);
    assertThat(made.get(0).mask()).containsExactly(mask("#.....", "......", "......"));
    assertThat(made.get(1).mask()).containsExactly(mask("##....", "##....", "##...."));
    assertThat(made.get(2).mask()).doesNotContain(true);
  }

  @Example
  void severalOfAVolumeAreComparedOverItsSlices() {
    MaskRecipe recipe = CUT.withComponents(ComponentRule.SEVERAL_3D);
    List<SliceMask> made = make(recipe, new int[] {3, 4, 6, 9}, LEFT, BOTH, RIGHT, LEFT);
    assertThat(made.get(1).mask()).containsExactly(mask("##....", "##....", "##...."));
    assertThat(made.get(2).mask()).containsExactly(mask("....##", "....##", "....##"));
    assertThat(made.get(3).mask()).doesNotContain(true);
  }

  @Example
  void minimumSizeCountsVoxelsWhereComponentsAreThoseOfAVolume() {
    int[] places = {0, 1, 2};
    MaskRecipe recipe = CUT.withMinimumSize(3);
    assertThat(make(recipe, places, LEFT, LEFT, LEFT).get(0).mask()).doesNotContain(true);
    MaskRecipe deep = recipe.withComponents(ComponentRule.SEVERAL_3D);
    assertThat(make(deep, places, LEFT, LEFT, LEFT).get(0).mask()).contains(true);
  }

  @Example
  void holesAreFilledInEverySlice() {
    float[] ring = map("999000", "909000", "999000");
    MaskRecipe recipe = CUT.withComponents(ComponentRule.LARGEST_3D).withHoles(HoleRule.FILL);
    assertThat(make(recipe, new int[] {0, 1}, ring, ring))
        .allSatisfy(made -> assertThat(made.mask()).isEqualTo(mask("###...", "###...", "###...")));
  }

  @Property(tries = 50)
  void inASingleSliceThreeDimensionsAreTwo(@ForAll long seed) {
    float[] map = Field.random(seed, 3, 6).map();
    List<boolean[]> made = new ArrayList<>();
    for (ComponentRule rule :
        List.of(
            ComponentRule.LARGEST,
            ComponentRule.LARGEST_3D,
            ComponentRule.SEVERAL,
            ComponentRule.SEVERAL_3D)) {
      made.add(make(CUT.withComponents(rule), new int[1], map).get(0).mask());
    }
    assertThat(made.get(1)).isEqualTo(made.get(0));
    assertThat(made.get(3)).isEqualTo(made.get(2));
  }
}
