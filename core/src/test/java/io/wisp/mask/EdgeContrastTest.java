package io.wisp.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeContrastTest {
  private static final int SIDE = 32;
  private static final int[] SHAPE = {SIDE, SIDE};

  @Test
  void aBlurredMapIsCutAtTheEdgeOfTheImage() {
    boolean[] object = square(12, 8);
    assertThat(found(blurred(object), image(object, -0.2f, 0.6f))).isEqualTo(object);
  }

  @Test
  void otsuCutsTheSameMapTooLow() {
    boolean[] object = square(12, 8);
    float[] map = blurred(object);
    boolean[] byOtsu = above(map, Otsu.threshold(map));
    assertThat(count(byOtsu)).isGreaterThan(count(object) * 3 / 2);
  }

  @Test
  void aDarkObjectIsFoundAsABrightOneIs() {
    boolean[] object = square(12, 8);
    assertThat(found(blurred(object), image(object, 0.6f, -0.2f))).isEqualTo(object);
  }

  @Test
  void theUnitsOfMapAndImageDoNotMatter() {
    boolean[] object = square(10, 6);
    float[] map = blurred(object);
    float[] scaled = new float[map.length];
    for (int i = 0; i < map.length; i++) {
      scaled[i] = 4 * map[i] - 1;
    }
    assertThat(found(scaled, image(object, -1, 1))).isEqualTo(found(map, image(object, 0, 0.5f)));
  }

  @Test
  void whereTheImageIsFlatOtsuDecides() {
    float[] map = blurred(square(12, 8));
    float[] flat = new float[map.length];
    assertThat(threshold(map, flat)).isEqualTo(Otsu.threshold(map));
  }

  @Test
  void onlyTheForegroundIsLookedAt() {
    boolean[] object = square(4, 6);
    boolean[] outside = square(20, 10);
    float[] map = blurred(object);
    float[] image = image(object, 0, 1);
    for (int i = 0; i < map.length; i++) {
      if (outside[i]) {
        map[i] = 9;
        image[i] = 9;
      }
    }
    boolean[] inside = new boolean[map.length];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = !outside[i];
    }
    float threshold = EdgeContrast.threshold(map, image, inside, SHAPE, ComponentRule.LARGEST);
    boolean[] mask = above(map, threshold);
    for (int i = 0; i < mask.length; i++) {
      mask[i] &= inside[i];
    }
    assertThat(mask).isEqualTo(object);
  }

  /** The map is lowest there, so that a rim along it would look like an edge. */
  @Test
  void theRimOfTheForegroundIsNoEdge() {
    boolean[] object = square(12, 8);
    boolean[] inside = square(8, 16);
    float[] map = blurred(object);
    float[] image = image(object, 0, 0.2f);
    for (int i = 0; i < map.length; i++) {
      map[i] = inside[i] ? map[i] : -50;
      image[i] = inside[i] ? image[i] : -5;
    }
    float threshold = EdgeContrast.threshold(map, image, inside, SHAPE, ComponentRule.LARGEST);
    assertThat(above(map, threshold)).isEqualTo(object);
  }

  @Test
  void slicesThatShareAThresholdAreOneRegion() {
    boolean[] object = square(12, 8);
    float[] map = blurred(object);
    float[] image = image(object, 0, 1);
    boolean[] inside = everywhere(2 * map.length);
    float threshold =
        EdgeContrast.threshold(twice(map), twice(image), inside, SHAPE, ComponentRule.LARGEST);
    assertThat(above(map, threshold)).isEqualTo(object);
  }

  @Test
  void inAVolumeEachSliceIsCutHalfWayBetweenItsOwnThresholdAndThatOfAll() {
    List<float[]> images = List.of(image(square(12, 8), 0, 1), image(square(12, 3), 0, 0.4f));
    List<SliceMask> made = inVolume(images);
    float[] strong = made.get(0).map();
    float[] weak = made.get(1).map();
    float all =
        EdgeContrast.threshold(
            join(strong, weak),
            join(images.get(0), images.get(1)),
            everywhere(2 * strong.length),
            SHAPE,
            ComponentRule.ALL);
    for (int k = 0; k < 2; k++) {
      float own =
          EdgeContrast.threshold(
              made.get(k).map(),
              images.get(k),
              everywhere(strong.length),
              SHAPE,
              ComponentRule.ALL);
      assertThat(made.get(k).threshold()).isEqualTo(((double) all + own) / 2);
    }
    assertThat(made.get(0).mask()).isEqualTo(square(12, 8));
  }

  @Test
  void aSliceThatShowsLittleOfTheVolumesObjectGetsLittleMask() {
    List<float[]> images = List.of(image(square(12, 8), 0, 1), image(square(12, 3), 0, 0.4f));
    MaskRecipe alone = MaskRecipe.published().withThreshold(Threshold.edgeContrast());
    List<SliceMask> bySlice = maker(alone).make(slices(images));
    assertThat(count(inVolume(images).get(1).mask())).isLessThan(count(bySlice.get(1).mask()));
  }

  /** Which slices hold the object is not known: the second must be able to stay empty. */
  @Test
  void withoutLabelsTheEdgeOfTheVolumeIsTheThresholdOfAll() {
    List<float[]> images = List.of(image(square(12, 8), 0, 1), image(square(12, 3), 0, 0));
    List<float[]> maps = List.of(blurred(square(12, 8)), new float[SIDE * SIDE]);
    MaskRecipe recipe = MaskRecipe.published().withThreshold(Threshold.edgeContrastInVolume());
    List<SliceMask> made =
        new MaskMaker(recipe, MaskUnit.VOLUME, SIDE, SIDE).make(MapSlices.volume(maps, images));
    assertThat(made.get(0).mask()).isEqualTo(square(12, 8));
    assertThat(made.get(1).mask()).doesNotContain(true);
    assertThat(made.get(1).threshold()).isEqualTo(made.get(0).threshold());
  }

  private static List<SliceMask> inVolume(List<float[]> images) {
    return maker(MaskRecipe.published().withThreshold(Threshold.edgeContrastInVolume()))
        .make(slices(images));
  }

  private static MaskMaker maker(MaskRecipe recipe) {
    return new MaskMaker(recipe, MaskUnit.SLICE, SIDE, SIDE);
  }

  /**
   * The first slice's map is high on an object of 8 x 8; the second's low and broad around 3 x 3.
   */
  private static List<MapSlice> slices(List<float[]> images) {
    float[] strong = blurred(square(12, 8));
    float[] weak = blurred(square(12, 3));
    for (int i = 0; i < weak.length; i++) {
      weak[i] = weak[i] / 2 + 0.1f * strong[i];
    }
    return MapSlices.volume(List.of(strong, weak), images);
  }

  private static float[] twice(float[] values) {
    return join(values, values);
  }

  private static float[] join(float[] first, float[] second) {
    float[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static boolean[] everywhere(int pixels) {
    boolean[] inside = new boolean[pixels];
    Arrays.fill(inside, true);
    return inside;
  }

  private static boolean[] found(float[] map, float[] image) {
    return above(map, threshold(map, image));
  }

  private static float threshold(float[] map, float[] image) {
    return EdgeContrast.threshold(map, image, everywhere(map.length), SHAPE, ComponentRule.LARGEST);
  }

  private static boolean[] square(int from, int side) {
    boolean[] square = new boolean[SIDE * SIDE];
    for (int y = from; y < from + side; y++) {
      Arrays.fill(square, y * SIDE + from, y * SIDE + from + side, true);
    }
    return square;
  }

  private static float[] image(boolean[] object, float without, float with) {
    float[] image = new float[object.length];
    for (int i = 0; i < image.length; i++) {
      image[i] = object[i] ? with : without;
    }
    return image;
  }

  /** Falls off slowly around the object, by the distance of squares. */
  private static float[] blurred(boolean[] object) {
    float[] map = new float[object.length];
    boolean[] grown = object;
    for (int layer = 0; layer < SIDE; layer++) {
      for (int i = 0; i < map.length; i++) {
        map[i] += grown[i] ? 1f / (layer + 1) : 0;
      }
      grown = Morphology.dilate(grown, SHAPE, 1);
    }
    return map;
  }

  private static boolean[] above(float[] map, float threshold) {
    boolean[] mask = new boolean[map.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = map[i] > threshold;
    }
    return mask;
  }

  private static int count(boolean[] mask) {
    int count = 0;
    for (boolean marked : mask) {
      count += marked ? 1 : 0;
    }
    return count;
  }
}
