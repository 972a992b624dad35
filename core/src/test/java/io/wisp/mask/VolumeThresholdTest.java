package io.wisp.mask;

import static io.wisp.mask.Picture.mask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** One Otsu threshold over the slices of a volume. */
class VolumeThresholdTest {
  private static final MaskRecipe RECIPE =
      MaskRecipe.published().withThreshold(Threshold.otsuPerVolume());
  private static final float[] STRONG = {0, 0, 10, 12};
  private static final float[] WEAK = {0, 1, 1.5f, 0};

  private static List<SliceMask> make(MaskRecipe recipe, List<MapSlice> slices) {
    return new MaskMaker(recipe, MaskUnit.SLICE, 1, 4).make(slices);
  }

  @Example
  void aWeakSliceMayStayEmpty() {
    List<MapSlice> slices = MapSlices.at(new int[] {2, 9}, List.of(STRONG, WEAK));
    assertThat(make(MaskRecipe.published(), slices).get(1).mask()).contains(true);
    List<SliceMask> made = make(RECIPE, slices);
    assertThat(made.get(0).mask()).containsExactly(mask("..##"));
    assertThat(made.get(1).mask()).doesNotContain(true);
  }

  @Example
  void theScaleIsThatOfTheVolume() {
    List<SliceMask> made = make(RECIPE, MapSlices.at(new int[] {2, 9}, List.of(STRONG, WEAK)));
    assertThat(made.get(0).map()).containsExactly(0, 0, 10 / 12f, 1);
    assertThat(made.get(1).map()).containsExactly(new float[] {0, 1 / 12f, 1.5f / 12, 0});
    assertThat(made.get(1).threshold())
        .isEqualTo(made.get(0).threshold())
        .isCloseTo(Otsu.threshold(new float[] {0, 0, 10, 12, 0, 1, 1.5f, 0}) / 12.0, within(1e-6));
  }

  @Example
  void everyVolumeHasAThresholdOfItsOwn() {
    List<MapSlice> slices =
        List.of(
            new MapSlice(STRONG, new float[4], "a", 0), new MapSlice(WEAK, new float[4], "b", 0));
    List<SliceMask> alone = make(MaskRecipe.published(), slices);
    List<SliceMask> made = make(RECIPE, slices);
    for (int i = 0; i < 2; i++) {
      assertThat(made.get(i).mask()).containsExactly(alone.get(i).mask());
      assertThat(made.get(i).threshold()).isEqualTo(alone.get(i).threshold());
    }
  }

  @Example
  void aSliceWithoutForegroundHasNoSay() {
    float[] air = new float[4];
    Arrays.fill(air, -1);
    MaskRecipe recipe = RECIPE.withForeground(Foreground.aboveLevel(Foreground.ABOVE_AIR, 0));
    List<SliceMask> made =
        make(recipe, MapSlices.volume(List.of(WEAK, STRONG), List.of(new float[4], air)));
    assertThat(made.get(0).mask()).containsExactly(mask(".##."));
    assertThat(made.get(1).mask()).doesNotContain(true);
    assertThat(made.get(1).threshold()).isEqualTo(made.get(0).threshold());
  }

  @Property(tries = 100)
  void aFactorAndAnOffsetOfTheWholeVolumeChangeNothing(@ForAll long seed) {
    List<float[]> maps = new ArrayList<>();
    List<float[]> others = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      float[] map = Field.random(seed + k, 1, 4).map();
      float[] other = new float[4];
      for (int i = 0; i < 4; i++) {
        other[i] = 8 * map[i] + 2;
      }
      maps.add(map);
      others.add(other);
    }
    int[] places = {1, 2, 5};
    List<SliceMask> made = make(RECIPE, MapSlices.at(places, maps));
    List<SliceMask> changed = make(RECIPE, MapSlices.at(places, others));
    for (int k = 0; k < 3; k++) {
      assertThat(changed.get(k).map()).containsExactly(made.get(k).map(), within(1e-5f));
      assertThat(changed.get(k).mask()).containsExactly(made.get(k).mask());
    }
  }
}
