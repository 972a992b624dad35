package io.wisp.mask;

import static io.wisp.mask.Picture.map;
import static io.wisp.mask.Picture.mask;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Masks where it is not known which slices hold the object. */
class VolumeMaskTest {
  private static final float[] BRIGHT = map("0980", "0990", "0000");
  private static final float[] DIM = map("0010", "0000", "1001");
  private static final float[] LAST = map("0000", "0090", "0000");
  private static final int[] TOGETHER = {4, 5, 6};

  private static List<SliceMask> make(MaskRecipe recipe, List<MapSlice> slices) {
    return new MaskMaker(recipe, MaskUnit.VOLUME, 3, 4).make(slices);
  }

  @Test
  void aSliceWithoutTheObjectStaysEmpty() {
    List<SliceMask> made =
        make(MaskRecipe.published(), MapSlices.at(TOGETHER, List.of(BRIGHT, DIM, LAST)));
    assertThat(made.get(0).mask()).containsExactly(mask(".##.", ".##.", "...."));
    assertThat(made.get(1).mask()).doesNotContain(true);
  }

  @Test
  void mapsKeepTheirScaleAndShareOneThreshold() {
    List<SliceMask> made =
        make(MaskRecipe.published(), MapSlices.at(TOGETHER, List.of(BRIGHT, DIM, LAST)));
    assertThat(made.get(1).map()).containsExactly(DIM);
    assertThat(made).extracting(SliceMask::threshold).containsOnly(made.get(0).threshold());
  }

  @Test
  void aFixedThresholdIsAFractionOfTheWayFromSmallestToLargest() {
    MaskRecipe recipe = MaskRecipe.published().withThreshold(Threshold.fixed(0.5));
    assertThat(make(recipe, MapSlices.at(TOGETHER, List.of(BRIGHT, DIM, LAST))))
        .extracting(SliceMask::threshold)
        .containsOnly(4.5);
  }

  @Test
  void theLargestComponentReachesThroughTheSlices() {
    MaskRecipe recipe = MaskRecipe.published().withComponents(ComponentRule.LARGEST);
    List<SliceMask> made = make(recipe, MapSlices.at(TOGETHER, List.of(BRIGHT, LAST, BRIGHT)));
    assertThat(made.get(1).mask()).containsExactly(mask("....", "..#.", "...."));
    assertThat(made.get(2).mask()).isEqualTo(made.get(0).mask());
  }

  @Test
  void aMissingSliceSeparates() {
    MaskRecipe recipe = MaskRecipe.published().withComponents(ComponentRule.LARGEST);
    List<SliceMask> made =
        make(recipe, MapSlices.at(new int[] {4, 5, 7}, List.of(LAST, DIM, BRIGHT)));
    assertThat(made.get(0).mask()).doesNotContain(true);
    assertThat(made.get(2).mask()).containsExactly(mask(".##.", ".##.", "...."));
  }

  @Test
  void volumesDoNotTouchOneAnother() {
    MaskRecipe recipe = MaskRecipe.published().withComponents(ComponentRule.LARGEST);
    List<MapSlice> both =
        List.of(
            new MapSlice(BRIGHT, new float[12], "a", 0), new MapSlice(LAST, new float[12], "b", 1));
    assertThat(make(recipe, both)).allSatisfy(made -> assertThat(made.mask()).contains(true));
  }

  @Test
  void theOrderOfTheSetDoesNotMatter() {
    MaskRecipe recipe =
        MaskRecipe.published()
            .withSmoothing(1)
            .withComponents(ComponentRule.LARGEST)
            .withMinimumSize(2)
            .withHoles(HoleRule.FILL);
    List<MapSlice> slices = MapSlices.at(TOGETHER, List.of(BRIGHT, DIM, LAST));
    List<MapSlice> backwards = new ArrayList<>(slices);
    Collections.reverse(backwards);
    for (int i = 0; i < 3; i++) {
      assertThat(make(recipe, backwards).get(2 - i).mask())
          .isEqualTo(make(recipe, slices).get(i).mask());
    }
  }
}
