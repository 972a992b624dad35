package io.wisp.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class GuidedFilterTest {
  private static final int ROWS = 9;
  private static final int COLUMNS = 11;

  private static GuidedFilter filter(boolean[] region, int radius) {
    return new GuidedFilter(region, ROWS, COLUMNS, radius);
  }

  /** Equations 5, 6 and 8, window by window. */
  @Property(tries = 50)
  void isThePaperEquationsWrittenOut(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int radius,
      @ForAll @DoubleRange(min = 0.01, max = 1) double epsilon) {
    Field field = Field.random(seed, ROWS, COLUMNS);
    float[] q = filter(field.inside(), radius).filter(field.map(), field.image(), epsilon);
    for (int i = 0; i < q.length; i++) {
      double expected = field.inside()[i] ? output(field, i, radius, epsilon) : field.map()[i];
      assertThat((double) q[i]).isCloseTo(expected, within(1e-5));
    }
  }

  private static double output(Field field, int i, int radius, double epsilon) {
    double sum = 0;
    int windows = 0;
    for (int k = 0; k < field.map().length; k++) {
      if (near(field, i, k, radius)) {
        sum += outputOfWindow(field, i, k, radius, epsilon);
        windows++;
      }
    }
    return sum / windows;
  }

  private static double outputOfWindow(Field field, int i, int k, int radius, double epsilon) {
    double n = 0;
    double image = 0;
    double map = 0;
    double square = 0;
    double product = 0;
    for (int j = 0; j < field.map().length; j++) {
      if (near(field, k, j, radius)) {
        n++;
        image += field.image()[j];
        map += field.map()[j];
        square += (double) field.image()[j] * field.image()[j];
        product += (double) field.image()[j] * field.map()[j];
      }
    }
    double variance = square / n - image / n * (image / n);
    double a = (product / n - image / n * (map / n)) / (variance + epsilon);
    return a * field.image()[i] + map / n - a * (image / n);
  }

  private static boolean near(Field field, int i, int j, int radius) {
    return field.inside()[j]
        && Math.abs(i / COLUMNS - j / COLUMNS) <= radius
        && Math.abs(i % COLUMNS - j % COLUMNS) <= radius;
  }

  /** That of the two means, over the windows and of the windows that hold a pixel. */
  @Property(tries = 50)
  void aFlatGuideMakesItTheBoxMean(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int radius) {
    Field field = Field.random(seed, ROWS, COLUMNS);
    float[] flat = new float[ROWS * COLUMNS];
    Arrays.fill(flat, 0.3f);
    GuidedFilter filter = filter(field.inside(), radius);
    double[] map = new double[flat.length];
    for (int i = 0; i < map.length; i++) {
      map[i] = field.map()[i];
    }
    double[] mean = filter.mean(filter.mean(map));
    float[] q = filter.filter(field.map(), flat, 0.01);
    for (int i = 0; i < q.length; i++) {
      assertThat((double) q[i])
          .isCloseTo(field.inside()[i] ? mean[i] : field.map()[i], within(1e-5));
    }
  }

  @Property(tries = 50)
  void withoutEpsilonAMapThatIsLinearInTheGuideComesBack(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int radius,
      @ForAll @DoubleRange(min = -3, max = 3) double slope,
      @ForAll @DoubleRange(min = -3, max = 3) double offset) {
    Field field = Field.random(seed, ROWS, COLUMNS);
    float[] map = new float[ROWS * COLUMNS];
    for (int i = 0; i < map.length; i++) {
      map[i] = (float) (slope * field.image()[i] + offset);
    }
    assertThat(filter(everywhere(), radius).filter(map, field.image(), 1e-9))
        .containsExactly(map, within(1e-4f));
  }

  @Property(tries = 50)
  void isLinearInTheMap(@ForAll long seed, @ForAll @DoubleRange(min = -3, max = 3) double factor) {
    Field one = Field.random(seed, ROWS, COLUMNS);
    Field two = Field.random(seed + 1, ROWS, COLUMNS);
    GuidedFilter filter = filter(one.inside(), 2);
    float[] both = sum(one.map(), two.map(), factor);
    float[] expected =
        sum(
            filter.filter(one.map(), one.image(), 0.01),
            filter.filter(two.map(), one.image(), 0.01),
            factor);
    assertThat(filter.filter(both, one.image(), 0.01)).containsExactly(expected, within(1e-4f));
  }

  private static float[] sum(float[] first, float[] second, double factor) {
    float[] sum = new float[first.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (first[i] + factor * second[i]);
    }
    return sum;
  }

  private static boolean[] everywhere() {
    boolean[] everywhere = new boolean[ROWS * COLUMNS];
    Arrays.fill(everywhere, true);
    return everywhere;
  }

  /** The object is brighter than what is around it, and the map reaches a pixel too far. */
  @Example
  void edgesMoveToThoseOfTheImage() {
    float[] image = {-0.5f, -0.5f, -0.5f, 0.5f, 0.5f, 0.5f, -0.5f, -0.5f, -0.5f};
    float[] map = {0, 0, 0.6f, 0.9f, 1, 0.9f, 0.6f, 0, 0};
    MaskRecipe plain = MaskRecipe.published().withThreshold(Threshold.fixed(0.5));
    MaskRecipe refined = plain.withRefinement(Refinement.guidedFilter(2, 0.01));
    assertThat(MapSlices.alone(plain, 1, 9, map, image).mask())
        .containsExactly(Picture.mask("..#####.."));
    assertThat(MapSlices.alone(refined, 1, 9, map, image).mask())
        .containsExactly(Picture.mask("...###..."));
  }
}
