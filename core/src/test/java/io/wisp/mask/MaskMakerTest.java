package io.wisp.mask;

import static io.wisp.mask.Picture.map;
import static io.wisp.mask.Picture.mask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.UserError;
import io.wisp.testing.GoldenFiles;
import io.wisp.weights.TensorFile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskMakerTest {
  private static final MaskRecipe AVERAGE =
      MaskRecipe.published().withThreshold(Threshold.otsuAverage());
  private static final float[] MAP = map("110000", "190070", "000770", "000000");
  private static final float[] NO_IMAGE = new float[24];

  private static List<SliceMask> volume(MaskRecipe recipe, List<float[]> maps, float[]... images) {
    return new MaskMaker(recipe, MaskUnit.SLICE, 4, 6)
        .make(MapSlices.volume(maps, List.of(images)));
  }

  private static SliceMask make(MaskRecipe recipe, float[] map) {
    return MapSlices.alone(recipe, 4, 6, map, NO_IMAGE);
  }

  @Test
  void publishedRecipeIsScalingAndOtsu() {
    TensorFile golden = GoldenFiles.read("otsu.safetensors");
    float[] map = golden.get("map1").floats();
    SliceMask made = MapSlices.alone(MaskRecipe.published(), 32, 32, map, new float[map.length]);
    boolean[] expected = new boolean[map.length];
    for (int i = 0; i < map.length; i++) {
      expected[i] = map[i] > golden.get("otsu1").doubles()[0];
    }
    assertThat(made.mask()).containsExactly(expected);
    assertThat(made.map()).contains(0f).contains(1f);
  }

  @Test
  void largestComponentAndMinimumSize() {
    assertThat(make(MaskRecipe.published(), MAP).mask())
        .containsExactly(mask("......", ".#..#.", "...##.", "......"));
    boolean[] large = mask("......", "....#.", "...##.", "......");
    assertThat(make(MaskRecipe.published().withComponents(ComponentRule.LARGEST), MAP).mask())
        .containsExactly(large);
    assertThat(make(MaskRecipe.published().withMinimumSize(2), MAP).mask()).containsExactly(large);
  }

  @Test
  void signChoosesTheSide() {
    float[] map = {-5, 0, 0, 3};
    MaskRecipe recipe = MaskRecipe.published().withThreshold(Threshold.fixed(0.5));
    assertThat(cut(recipe, map)).containsExactly(mask(".###"));
    assertThat(cut(recipe.withSign(MapSign.NEGATIVE), map)).containsExactly(mask("#..."));
    assertThat(cut(recipe.withSign(MapSign.ABSOLUTE), map)).containsExactly(mask("#..#"));
  }

  private static boolean[] cut(MaskRecipe recipe, float[] map) {
    return MapSlices.alone(recipe, 1, 4, map, new float[4]).mask();
  }

  @Test
  void averageOtsuIsTheMeanOverTheSet() {
    float[] other = map("999999", "999900", "000000", "000000");
    double first = make(MaskRecipe.published(), MAP).threshold();
    double second = make(MaskRecipe.published(), other).threshold();
    List<SliceMask> made = volume(AVERAGE, List.of(MAP, other), NO_IMAGE, NO_IMAGE);
    assertThat(made).allSatisfy(m -> assertThat(m.threshold()).isEqualTo((first + second) / 2));
  }

  @Test
  void outsideTheForegroundThereIsNothingToScaleOrToFind() {
    float[] image = new float[24];
    for (int i = 0; i < 24; i++) {
      image[i] = i % 6 >= 3 ? 0 : -1;
    }
    MaskRecipe recipe = MaskRecipe.published().withForeground(Foreground.aboveLevel(-0.8, 0));
    SliceMask made = MapSlices.alone(recipe, 4, 6, MAP, image);
    assertThat(made.mask()).containsExactly(mask("......", "....#.", "...##.", "......"));
    assertThat(made.map()[7]).isZero();
    assertThat(made.map()[10]).isEqualTo(1);
  }

  @Test
  void aSliceWithoutForegroundHasAnEmptyMaskAndNoSayInTheAverage() {
    float[] air = new float[24];
    Arrays.fill(air, -1);
    MaskRecipe recipe = AVERAGE.withForeground(Foreground.aboveLevel(-0.8, 0));
    List<SliceMask> made = volume(recipe, List.of(MAP, MAP), NO_IMAGE, air);
    assertThat(made.get(0).threshold())
        .isCloseTo(make(MaskRecipe.published(), MAP).threshold(), within(1e-12));
    assertThat(made.get(1).threshold()).isNaN();
    assertThat(made.get(1).mask()).doesNotContain(true);
  }

  @Test
  void unscaledMapsAreTheOnesThatAVolumeIsCutBy() {
    float[] image = map("000111", "000111", "111000", "111000");
    List<MapSlice> slices = MapSlices.volume(List.of(MAP, image), List.of(image, MAP));
    MaskRecipe recipe =
        MaskRecipe.published()
            .withSmoothing(1)
            .withSign(MapSign.NEGATIVE)
            .withDrift(3)
            .withNeighbours(1)
            .withForeground(Foreground.aboveLevel(0.5, 0))
            .withRefinement(Refinement.guidedFilter(1, 0.01));

    List<float[]> unscaled = new MaskMaker(recipe, MaskUnit.SLICE, 4, 6).unscaled(slices);

    List<SliceMask> volume = new MaskMaker(recipe, MaskUnit.VOLUME, 4, 6).make(slices);
    assertThat(unscaled.get(0)).containsExactly(volume.get(0).map());
    assertThat(unscaled.get(1)).containsExactly(volume.get(1).map());
  }

  @Test
  void aConstantMapHasNoObject() {
    assertThat(make(MaskRecipe.published(), new float[24]).mask()).doesNotContain(true);
  }

  @Test
  void aDivergedModelIsNamedAsTheCause() {
    float[] broken = new float[24];
    broken[3] = Float.NaN;
    assertThatThrownBy(() -> make(MaskRecipe.published(), broken))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("diverged");
  }

  @Test
  void mapsAndImagesMustFit() {
    assertThatThrownBy(() -> make(MaskRecipe.published(), new float[5]))
        .hasMessage("a map of 5 values and an image of 24 are not 4x6");
  }

  @Test
  void aSliceIsInTheSetOnce() {
    MapSlice slice = new MapSlice(MAP, NO_IMAGE, "a", 3);
    MaskMaker maker = new MaskMaker(MaskRecipe.published(), MaskUnit.VOLUME, 4, 6);
    assertThatThrownBy(() -> maker.make(List.of(slice, slice)))
        .hasMessage("slice 3 of a is in the set twice");
  }
}
