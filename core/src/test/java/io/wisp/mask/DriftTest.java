package io.wisp.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;

class DriftTest {
  private static final int ROWS = 9;
  private static final int COLUMNS = 11;

  private static float[] without(float[] map, boolean[] inside, double sigma) {
    return Drift.remove(map, inside, ROWS, COLUMNS, sigma);
  }

  @Example
  void sigmaZeroLeavesTheMapAsItIs() {
    Field field = Field.random(1, ROWS, COLUMNS);
    assertThat(without(field.map(), field.inside(), 0)).containsExactly(field.map());
  }

  @Property(tries = 100)
  void aConstantIsAllDrift(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.3, max = 20) double sigma,
      @ForAll @FloatRange(min = -5, max = 5) float constant) {
    Field field = Field.random(seed, ROWS, COLUMNS);
    float[] map = new float[ROWS * COLUMNS];
    Arrays.fill(map, constant);
    assertThat(without(map, field.inside(), sigma))
        .containsExactly(new float[map.length], within(2e-5f));
  }

  @Property(tries = 100)
  void whatLiesOutsideTheForegroundHasNoSay(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.3, max = 20) double sigma) {
    Field field = Field.random(seed, ROWS, COLUMNS);
    float[] other = field.map().clone();
    for (int i = 0; i < other.length; i++) {
      other[i] = field.inside()[i] ? other[i] : 100;
    }
    assertThat(without(other, field.inside(), sigma))
        .containsExactly(without(field.map(), field.inside(), sigma));
  }

  @Property(tries = 100)
  void whereAllIsForegroundTheSmoothedMapIsSubtracted(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.3, max = 20) double sigma) {
    float[] map = Field.random(seed, ROWS, COLUMNS).map();
    boolean[] everywhere = Foreground.everywhere().find(map, ROWS, COLUMNS);
    float[] expected = GaussianFilter.smooth(map, ROWS, COLUMNS, sigma);
    for (int i = 0; i < map.length; i++) {
      expected[i] = map[i] - expected[i];
    }
    assertThat(without(map, everywhere, sigma)).containsExactly(expected, within(2e-5f));
  }

  @Example
  void aSmallObjectOnASlopeOutlastsTheSlope() {
    float[] map = new float[ROWS * COLUMNS];
    for (int i = 0; i < map.length; i++) {
      map[i] = i % COLUMNS;
    }
    int object = 4 * COLUMNS + 2;
    map[object] += 4;
    boolean[] everywhere = Foreground.everywhere().find(map, ROWS, COLUMNS);
    assertThat(largest(map)).isNotEqualTo(object);
    assertThat(largest(without(map, everywhere, 3))).isEqualTo(object);
  }

  private static int largest(float[] values) {
    int largest = 0;
    for (int i = 0; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }
}
