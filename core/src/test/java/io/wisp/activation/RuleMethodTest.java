package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.BadSetting;
import io.wisp.UserError;
import io.wisp.mask.Foreground;
import io.wisp.mask.MapSlice;
import io.wisp.mask.MaskMaker;
import io.wisp.mask.MaskRecipe;
import io.wisp.mask.MaskUnit;
import io.wisp.mask.RobustSpread;
import io.wisp.mask.SliceMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleMethodTest {
  private static final int SIDE = 32;

  @ParameterizedTest
  @EnumSource(
      value = RuleMethod.class,
      names = {"BRIGHT", "OTSU", "VOLUME"})
  void aBrightSquareIsFoundAndNothingElse(RuleMethod rule) {
    float[] image = tissue(1);
    square(image, 0.8f);
    assertThat(mask(rule, RuleSettings.usual(), image)).isEqualTo(square());
  }

  @Test
  void aDarkSquareIsFoundOnTheDarkSideOnly() {
    float[] image = tissue(2);
    square(image, -0.6f);
    RuleSettings usual = RuleSettings.usual();
    RuleSettings dark = side(RuleSettings.Side.DARK);
    RuleSettings either = side(RuleSettings.Side.EITHER);
    assertThat(mask(RuleMethod.BRIGHT, dark, image)).isEqualTo(square());
    assertThat(mask(RuleMethod.BRIGHT, either, image)).isEqualTo(square());
    assertThat(mask(RuleMethod.BRIGHT, usual, image)).isNotEqualTo(square());
    assertThat(usual.side()).isEqualTo(RuleSettings.Side.BRIGHT);
  }

  @ParameterizedTest
  @EnumSource(
      value = RuleMethod.class,
      names = {"OTSU", "VOLUME"})
  void theOtherRulesHaveSidesToo(RuleMethod rule) {
    float[] dark = tissue(2);
    square(dark, -0.6f);
    float[] bright = tissue(2);
    square(bright, 0.8f);
    for (RuleSettings.Side side : RuleSettings.Side.values()) {
      RuleSettings strict = new RuleSettings(side, 2.5, -0.8, 1.0 / 16, 0.1);
      boolean[] inDark = mask(rule, strict, dark);
      boolean[] inBright = mask(rule, strict, bright);
      assertThat(Arrays.equals(inDark, square())).isEqualTo(side != RuleSettings.Side.BRIGHT);
      assertThat(Arrays.equals(inBright, square())).isEqualTo(side != RuleSettings.Side.DARK);
    }
  }

  /** The slices at the end of the scan are dark elsewhere, which says nothing of the object. */
  @ParameterizedTest
  @EnumSource(
      value = RuleSettings.Side.class,
      names = {"BRIGHT", "DARK"})
  void theMeanPlaceIsWhereSlicesOfEqualPositionDiffer(RuleSettings.Side side) {
    List<TrainingSlice> training = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      float[] with = tissue(seed);
      square(with, side == RuleSettings.Side.BRIGHT ? 0.8f : -0.6f);
      training.add(new TrainingSlice(with, 0.52, 1));
      training.add(new TrainingSlice(tissue(seed + 4), 0.55, 0));
      float[] end = tissue(seed + 8);
      Arrays.fill(end, 22 * SIDE, 26 * SIDE, side == RuleSettings.Side.BRIGHT ? -0.7f : 0.9f);
      training.add(new TrainingSlice(end, 0.95, 0));
      training.add(new TrainingSlice(end, 0.5, 2));
    }
    double share = count(square()) / (24.0 * 24);
    RuleSettings usual = RuleSettings.usual();
    RuleSettings settings =
        new RuleSettings(side, usual.factor(), usual.level(), usual.rim(), share);
    boolean[] mask = mask(RuleMethod.PLACE, settings, tissue(20), training);
    assertThat(mask).isEqualTo(square());
  }

  @Test
  void aMeanPlaceNeedsSlicesOfBothLabels() {
    List<TrainingSlice> training = List.of(new TrainingSlice(tissue(1), 0.5, 1));
    assertThatThrownBy(() -> mask(RuleMethod.PLACE, RuleSettings.usual(), tissue(1), training))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no training slice labelled 0", "a scan alone has none");
  }

  @Test
  void theRimIsNoObject() {
    float[] image = tissue(3);
    square(image, 0.8f);
    Arrays.fill(image, 2 * SIDE + 2, 2 * SIDE + 30, 0.9f);
    assertThat(mask(RuleMethod.BRIGHT, RuleSettings.usual(), image)).isEqualTo(square());
  }

  @ParameterizedTest
  @EnumSource(RuleMethod.class)
  void anEmptySliceHoldsNothing(RuleMethod rule) {
    float[] image = new float[SIDE * SIDE];
    Arrays.fill(image, -1);
    assertThat(mask(rule, RuleSettings.usual(), image)).doesNotContain(true);
  }

  @Test
  void aCircleCoversItsShareOfTheForeground() {
    boolean[] circle = mask(RuleMethod.CIRCLE, RuleSettings.usual(), tissue(4));
    int covered = count(circle);
    assertThat(covered / (24.0 * 24)).isCloseTo(RuleSettings.usual().circle(), within(0.02));
    assertThat(circle[16 * SIDE + 16]).isTrue();
  }

  @Test
  void aVolumeHasOneThreshold() {
    List<MapSlice> slices = new ArrayList<>();
    for (int place = 0; place < 4; place++) {
      float[] image = tissue(place);
      if (place == 1 || place == 2) {
        square(image, 0.8f);
      }
      slices.add(new MapSlice(image, image, "a", place));
    }
    MaskRecipe recipe = RuleMethod.VOLUME.mask(MapSettings.published(), usual());
    List<SliceMask> masks = new MaskMaker(recipe, MaskUnit.VOLUME, SIDE, SIDE).make(slices);
    assertThat(masks.get(1).threshold()).isEqualTo(masks.get(0).threshold());
    assertThat(masks.get(0).mask()).doesNotContain(true);
    assertThat(masks.get(2).mask()).isEqualTo(square());
  }

  @Test
  void theSpreadIsThatOfNormalValues() {
    Random random = new Random(5);
    float[] values = new float[20_001];
    boolean[] inside = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      inside[i] = i > 0;
      values[i] = (float) (3 + 2 * random.nextGaussian());
    }
    values[0] = Float.NaN;
    Arrays.fill(values, 1, 200, 1e6f);
    RobustSpread spread = RobustSpread.of(values, inside);
    assertThat(spread.median()).isCloseTo(3, within(0.1));
    assertThat(spread.deviation()).isCloseTo(2, within(0.1));
    assertThat(spread.above(1.5)).isCloseTo(6, within(0.2));
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new RuleSettings(RuleSettings.Side.BRIGHT, 0, -0.8, 0.1, 0.1))
        .isInstanceOf(BadSetting.class);
    assertThatThrownBy(() -> new RuleSettings(RuleSettings.Side.BRIGHT, 1, -0.8, 0.5, 0.1))
        .isInstanceOf(BadSetting.class);
  }

  private static MaskRecipe usual() {
    return MaskRecipe.published().withForeground(Foreground.aboveLevel(-0.8, 2));
  }

  private static boolean[] mask(RuleMethod rule, RuleSettings settings, float[] image) {
    return mask(rule, settings, image, List.of(slice(0), slice(1)));
  }

  private static TrainingSlice slice(int label) {
    return new TrainingSlice(tissue(label), 0.5, label);
  }

  private static boolean[] mask(
      RuleMethod rule, RuleSettings settings, float[] image, List<TrainingSlice> training) {
    MapSettings all = MapSettings.published().with(RuleSettings.SECTION, settings);
    MethodInputs inputs =
        new MethodInputs(
            Map.of(), Map.of(), all, null, new ImageNoise(1), SIDE, 4, training::stream);
    float[] map = rule.make(inputs).maps(List.of(new LabelledImage(image, "a", 0.5))).get(0);
    MaskMaker maker = new MaskMaker(rule.mask(all, usual()), MaskUnit.SLICE, SIDE, SIDE);
    return maker.make(List.of(new MapSlice(map, image, "a", 0))).get(0).mask();
  }

  private static RuleSettings side(RuleSettings.Side side) {
    RuleSettings usual = RuleSettings.usual();
    return new RuleSettings(side, usual.factor(), usual.level(), usual.rim(), usual.circle());
  }

  /** Noisy tissue in air, 28 pixels wide. */
  private static float[] tissue(int seed) {
    Random random = new Random(seed);
    float[] image = new float[SIDE * SIDE];
    Arrays.fill(image, -1);
    for (int row = 2; row < 30; row++) {
      for (int column = 2; column < 30; column++) {
        image[row * SIDE + column] = (random.nextFloat() - 0.5f) * 0.2f;
      }
    }
    return image;
  }

  private static boolean[] square() {
    float[] image = new float[SIDE * SIDE];
    square(image, 1);
    boolean[] mask = new boolean[image.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = image[i] > 0;
    }
    return mask;
  }

  private static void square(float[] image, float value) {
    for (int row = 10; row < 18; row++) {
      Arrays.fill(image, row * SIDE + 12, row * SIDE + 19, value);
    }
  }

  private static int count(boolean[] mask) {
    int count = 0;
    for (boolean inside : mask) {
      count += inside ? 1 : 0;
    }
    return count;
  }
}
