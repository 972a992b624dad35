package io.wisp.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class NeighboursTest {
  private static final int[] GAPPED = {2, 3, 4, 7, 8, 30};

  private static List<float[]> combined(List<MapSlice> slices, List<boolean[]> inside, double s) {
    List<float[]> maps = slices.stream().map(MapSlice::map).toList();
    int size = maps.get(0).length;
    return new Neighbours(s).combine(maps, inside, Stack.of(slices, MaskUnit.VOLUME, 1, size));
  }

  private static List<float[]> combined(List<MapSlice> slices, double sigma) {
    boolean[] everywhere = new boolean[slices.get(0).map().length];
    Arrays.fill(everywhere, true);
    return combined(slices, Collections.nCopies(slices.size(), everywhere), sigma);
  }

  private static List<float[]> pixels(float... values) {
    List<float[]> maps = new ArrayList<>();
    for (float value : values) {
      maps.add(new float[] {value});
    }
    return maps;
  }

  @Example
  void aGapCountsAsAbsentByDistance() {
    List<float[]> made = combined(MapSlices.at(new int[] {5, 7}, pixels(0, 1)), 1);
    double far = Math.exp(-2);
    assertThat(made.get(0)[0]).isCloseTo((float) (far / (1 + far)), within(1e-6f));
    assertThat(made.get(1)[0]).isCloseTo((float) (1 / (1 + far)), within(1e-6f));
  }

  @Example
  void farSlicesAndOtherVolumesHaveNoSay() {
    List<float[]> far = combined(MapSlices.at(new int[] {0, 5}, pixels(3, 7)), 1);
    assertThat(far.get(0)).containsExactly(3);
    List<MapSlice> others =
        List.of(
            new MapSlice(new float[] {3}, new float[1], "a", 0),
            new MapSlice(new float[] {7}, new float[1], "b", 1));
    assertThat(combined(others, 1).get(0)).containsExactly(3);
  }

  @Property(tries = 100)
  void equalMapsStayAsTheyAre(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.2, max = 9) double sigma) {
    float[] map = Field.random(seed, 3, 4).map();
    List<float[]> maps = Collections.nCopies(GAPPED.length, map);
    for (float[] made : combined(MapSlices.at(GAPPED, maps), sigma)) {
      assertThat(made).containsExactly(map, within(1e-6f));
    }
  }

  @Property(tries = 100)
  void theOrderOfTheSetDoesNotMatter(@ForAll long seed) {
    List<float[]> maps = new ArrayList<>();
    for (int place : GAPPED) {
      maps.add(Field.random(seed + place, 3, 4).map());
    }
    List<MapSlice> slices = MapSlices.at(GAPPED, maps);
    List<float[]> made = combined(slices, 1.5);
    List<MapSlice> backwards = new ArrayList<>(slices);
    Collections.reverse(backwards);
    List<float[]> other = combined(backwards, 1.5);
    for (int i = 0; i < GAPPED.length; i++) {
      assertThat(other.get(GAPPED.length - 1 - i)).containsExactly(made.get(i));
    }
  }

  @Property(tries = 100)
  void whatLiesOutsideANeighboursForegroundHasNoSay(@ForAll long seed) {
    List<boolean[]> inside = new ArrayList<>();
    List<float[]> maps = new ArrayList<>();
    List<float[]> others = new ArrayList<>();
    for (int place : GAPPED) {
      Field field = Field.random(seed + place, 3, 4);
      float[] other = field.map().clone();
      for (int i = 0; i < other.length; i++) {
        other[i] = field.inside()[i] ? other[i] : 100;
      }
      inside.add(field.inside());
      maps.add(field.map());
      others.add(other);
    }
    List<float[]> made = combined(MapSlices.at(GAPPED, maps), inside, 2);
    List<float[]> changed = combined(MapSlices.at(GAPPED, others), inside, 2);
    for (int k = 0; k < GAPPED.length; k++) {
      for (int i = 0; i < 12; i++) {
        float expected = inside.get(k)[i] ? made.get(k)[i] : 100;
        assertThat(changed.get(k)[i]).isEqualTo(expected);
      }
    }
  }

  @Example
  void aNeighbourLendsItsObject() {
    float[] clear = {0, 0, 9, 0};
    float[] noisy = {3, 0, 2, 0};
    List<MapSlice> slices = MapSlices.at(new int[] {1, 2, 3}, List.of(clear, noisy, clear));
    MaskRecipe recipe = MaskRecipe.published().withNeighbours(1);
    boolean[] alone = MapSlices.alone(recipe, 1, 4, noisy, noisy).mask();
    boolean[] among = new MaskMaker(recipe, MaskUnit.SLICE, 1, 4).make(slices).get(1).mask();
    assertThat(alone).containsExactly(true, false, true, false);
    assertThat(among).containsExactly(false, false, true, false);
  }
}
