package io.wisp.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.dataset.Axis;
import io.wisp.dataset.Plane;
import io.wisp.testing.TinyScans;
import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlicerTest {
  private static final double[][] SAGITTAL_ARRAY = {
    {0, 0, 1, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 1}
  };

  @Property
  void constantMapsComeBackConstant(
      @ForAll @IntRange(min = 1, max = 40) int nx,
      @ForAll @IntRange(min = 1, max = 40) int ny,
      @ForAll @IntRange(min = 4, max = 32) int size,
      @ForAll @FloatRange(min = -5, max = 5) float value) {
    Slicer slicer = new Slicer(SliceRecipe.DEFAULT.withSize(size));
    float[] map = new float[size * size];
    Arrays.fill(map, value);
    float[] restored = slicer.restore(map, Geometry.of(nx, ny, 2, 1, 1, 1));
    assertThat(restored).hasSize(nx * ny);
    for (float pixel : restored) {
      assertThat(pixel).isCloseTo(value, within(1e-5f));
    }
  }

  @Property
  void masksOfTheSameSizeComeBackUnchanged(
      @ForAll @IntRange(min = 1, max = 16) int rows,
      @ForAll @IntRange(min = 1, max = 16) int columns,
      @ForAll long seed) {
    boolean[] mask = new boolean[rows * columns];
    float[] expected = new float[rows * columns];
    Random random = new Random(seed);
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextBoolean();
      expected[i] = mask[i] ? 1 : 0;
    }
    Frame frame = new Frame(rows, columns, Math.max(rows, columns));
    byte[] fitted = frame.fitMask(mask);
    float[] square = new float[fitted.length];
    for (int i = 0; i < square.length; i++) {
      square[i] = fitted[i];
    }
    assertThat(frame.restore(square)).isEqualTo(expected);
  }

  @Test
  void shrinkingAveragesTheArea() {
    float[] pixels = {0, 2, 4, 6, 8, 10, 12, 14, 0, 0, 0, 0, 1, 1, 1, 1};
    assertThat(Resampling.square(pixels, 4, 2)).containsExactly(5, 9, 0.5f, 0.5f);
  }

  @Test
  void shrinkingByAFractionWeighsPartsOfPixels() {
    float[] line = {3, 0, 0, 3, 0, 0, 3, 0, 0};
    assertThat(Resampling.square(line, 3, 2)).containsExactly(2, 0, 2, 0);
  }

  @Test
  void enlargingInterpolatesBetweenCentres() {
    float[] pixels = {0, 4, 0, 4};
    assertThat(Resampling.square(pixels, 2, 4)).startsWith(0, 1, 3, 4);
  }

  @Test
  void narrowSlicesArePaddedEvenly() {
    float[] fitted = new Frame(2, 4, 4).fit(new float[] {1, 1, 1, 1, 1, 1, 1, 1});
    assertThat(fitted).containsExactly(-1, -1, -1, -1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1);
  }

  @Test
  void rowsAreTheLaterAxisAndColumnsTheEarlier() {
    Geometry geometry = Geometry.of(2, 3, 4, 1, 2, 3);
    float[] voxels = new float[24];
    for (int i = 0; i < voxels.length; i++) {
      voxels[i] = i;
    }
    Volume volume = new Volume(geometry, voxels);
    assertThat(Plane.of(Axis.AXIAL, geometry).extract(volume, 1))
        .containsExactly(6, 7, 8, 9, 10, 11);
    assertThat(Plane.of(Axis.Y, geometry).extract(volume, 1))
        .containsExactly(2, 3, 8, 9, 14, 15, 20, 21);
    assertThat(Plane.of(Axis.X, geometry).extract(volume, 1)).startsWith(1, 3, 5, 7, 9, 11);
    assertThat(Plane.of(Axis.X, geometry).rowSpacing()).isEqualTo(3);
  }

  @Test
  void insertingUndoesExtracting() {
    Geometry geometry = Geometry.of(3, 4, 5, 1, 1, 1);
    Volume volume = TinyScans.tissue(geometry, 3);
    for (Axis axis : Axis.values()) {
      Plane plane = Plane.of(axis, geometry);
      float[] copy = new float[60];
      for (int k = 0; k < plane.count(); k++) {
        plane.insert(plane.extract(volume, k), copy, k);
      }
      assertThat(copy).isEqualTo(volume.voxels());
    }
  }

  @Test
  void axialIsTheAxisTowardsTheHead() {
    assertThat(Axis.AXIAL.resolve(Geometry.of(5, 6, 7, SAGITTAL_ARRAY))).isEqualTo(1);
    assertThat(Axis.AXIAL.resolve(Geometry.of(5, 6, 7, 1, 1, 1))).isEqualTo(2);
  }

  @Test
  void spacingIsUnknownWhenTheHeaderWasNeverFilledIn() {
    double[][] identity = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    assertThat(Plane.of(Axis.Z, Geometry.of(5, 6, 7, identity)).rowSpacing()).isNaN();
    assertThat(Plane.of(Axis.Z, Geometry.of(5, 6, 7, 1, 1, 1)).rowSpacing()).isEqualTo(1);
  }

  @Test
  void cutsEverySliceAndTellsWhichHaveContent() {
    Volume volume = TinyScans.tissue(TinyScans.geometry(), 1);
    List<Slice> slices = new Slicer(SliceRecipe.DEFAULT.withSize(8)).slices(volume);
    assertThat(slices).extracting(Slice::index).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(slices)
        .extracting(Slice::hasContent)
        .containsExactly(false, true, true, true, true, true);
    assertThat(slices.get(1).image()).hasSize(64);
  }
}
