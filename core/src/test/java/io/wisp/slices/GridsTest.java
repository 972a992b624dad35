package io.wisp.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.base.Folders;
import io.wisp.dataset.Axis;
import io.wisp.dataset.CaseImages;
import io.wisp.dataset.ObjectChoice;
import io.wisp.dataset.RawSlice;
import io.wisp.dataset.ScanCase;
import io.wisp.dataset.ScanReader;
import io.wisp.nifti.DataType;
import io.wisp.testing.TinyScans;
import io.wisp.volume.Geometry;
import io.wisp.volume.Regridding;
import io.wisp.volume.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** However the axes of a mask and of a second channel are stored, the store is the same. */
class GridsTest {
  private static final int[][] ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  private Path folder;

  @BeforeProperty
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("wisp-grids");
  }

  @AfterProperty
  void removeFolder() throws IOException {
    Folders.remove(folder);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void flipsAndPermutationsLeaveTheCaseTheSame(
      @ForAll @IntRange(max = 5) int order,
      @ForAll @IntRange(max = 7) int flips,
      @ForAll @DoubleRange(min = -3, max = 3) double angle)
      throws IOException {
    write("plain", tilted(angle), ORDERS[0], 0);
    write("turned", tilted(angle), ORDERS[order], flips);
    assertThat(slices("turned")).isEqualTo(slices("plain"));
  }

  @Property(tries = 4, edgeCases = EdgeCasesMode.NONE)
  void flipsAndPermutationsLeaveTheStoreTheSame(
      @ForAll @IntRange(max = 5) int order, @ForAll @IntRange(min = 1, max = 7) int flips)
      throws IOException {
    write("plain", tilted(0.3), ORDERS[0], 0);
    write("turned", tilted(0.3), ORDERS[order], flips);
    List<String> plain = store("plain", Regridding.EXACT);
    assertThat(plain).hasSizeGreaterThan(2);
    assertThat(store("turned", Regridding.EXACT)).isEqualTo(plain);
  }

  @Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
  void whatLiesBetweenVoxelsIsResampledOnlyWhenAsked(
      @ForAll @DoubleRange(min = 0.11, max = 0.45) double shift,
      @ForAll @IntRange(max = 2) int axis)
      throws IOException {
    double[][] affine = tilted(0.3);
    write("plain", affine, ORDERS[0], 0);
    double[][] shifted = tilted(0.3);
    for (int row = 0; row < 3; row++) {
      shifted[row][3] += shift * affine[row][axis];
    }
    for (String id : List.of("a", "b")) {
      turned(file("shifted", id, "flair"), scan(affine, id.hashCode()), ORDERS[0], 0);
      turned(file("shifted", id, "t1"), scan(affine, 7), ORDERS[0], 0);
      turned(file("shifted", id, "seg"), mask(shifted), ORDERS[0], 0);
    }
    assertThatThrownBy(() -> store("shifted", Regridding.EXACT))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("flair volume a and its mask lie on different grids", "resampled");
    List<String> plain = store("plain", Regridding.EXACT);
    // Less than half a voxel off, the nearest voxel is the one that was there before.
    assertThat(store("shifted", Regridding.RESAMPLE)).isEqualTo(plain);
  }

  private void write(String name, double[][] affine, int[] order, int flips) throws IOException {
    for (String id : List.of("a", "b")) {
      turned(file(name, id, "flair"), scan(affine, id.hashCode()), ORDERS[0], 0);
      turned(file(name, id, "t1"), scan(affine, 7), order, flips);
      turned(file(name, id, "seg"), mask(affine), order, flips);
    }
  }

  private Path file(String name, String id, String kind) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name).resolve(id));
    return place.resolve(id + "_" + kind + ".nii");
  }

  /** The pixels and the object of all slices of a case. */
  private List<String> slices(String name) throws IOException {
    ScanCase source =
        new ScanCase(
            "a",
            List.of("flair", "t1"),
            List.of(file(name, "a", "flair"), file(name, "a", "t1")),
            Optional.of(file(name, "a", "seg")),
            "",
            ObjectChoice.ALL);
    CaseImages images = source.read(Axis.AXIAL, ScanReader.STRICT);
    List<String> contents = new ArrayList<>();
    for (int i = 0; i < images.count(); i++) {
      RawSlice slice = images.slice(i);
      contents.add(
          Arrays.deepToString(slice.channels()) + Arrays.toString(slice.object().orElseThrow()));
    }
    return contents;
  }

  private List<String> store(String name, Regridding regridding) throws IOException {
    PrepareOptions options =
        PrepareOptions.of(folder.resolve(name), folder.resolve("store"))
            .withRecipe(SliceRecipe.DEFAULT.withSize(8).withModality("flair,t1"))
            .withReader(ScanReader.STRICT.withRegridding(regridding))
            .withOverwrite(true);
    Preparation.run(options, Progress.SILENT);
    List<String> contents = new ArrayList<>();
    try (SliceStore store = SliceStore.open(folder.resolve("store"))) {
      for (int i = 0; i < store.size(); i++) {
        float[] image = new float[128];
        byte[] mask = new byte[64];
        store.readImage(i, image, 0);
        store.readMask(i, mask, 0);
        contents.add(Arrays.toString(image) + Arrays.toString(mask));
      }
    }
    return contents;
  }

  private static Volume scan(double[][] affine, int seed) {
    return TinyScans.tissue(Geometry.of(12, 10, 6, affine), seed);
  }

  /** A block without any symmetry. */
  private static Volume mask(double[][] affine) {
    float[] voxels = new float[12 * 10 * 6];
    Random random = new Random(5);
    for (int z = 2; z < 5; z++) {
      for (int y = 1; y < 6; y++) {
        for (int x = 3; x < 10; x++) {
          voxels[x + 12 * (y + 10 * z)] = random.nextInt(3);
        }
      }
    }
    return new Volume(Geometry.of(12, 10, 6, affine), voxels);
  }

  /** 2x3x4 mm, turned about z, and then about x by a third of the angle. */
  private static double[][] tilted(double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double d = Math.cos(angle / 3);
    double t = Math.sin(angle / 3);
    return new double[][] {
      {2 * c, -3 * s * d, 4 * s * t, 11},
      {2 * s, 3 * c * d, -4 * c * t, -20},
      {0, 3 * t, 4 * d, 5},
      {0, 0, 0, 1}
    };
  }

  /** Stores each voxel at its place in space, the axes in another order and direction. */
  private static void turned(Path file, Volume volume, int[] order, int flips) {
    int[] shape = volume.geometry().shape();
    int[] other = {shape[order[0]], shape[order[1]], shape[order[2]]};
    double[][] affine = volume.geometry().affine();
    double[][] turned = new double[4][4];
    turned[3][3] = 1;
    for (int row = 0; row < 3; row++) {
      turned[row][3] = affine[row][3];
      for (int axis = 0; axis < 3; axis++) {
        boolean flipped = (flips >> axis & 1) > 0;
        turned[row][axis] = flipped ? -affine[row][order[axis]] : affine[row][order[axis]];
        turned[row][3] += flipped ? affine[row][order[axis]] * (other[axis] - 1) : 0;
      }
    }
    float[] voxels = new float[volume.voxels().length];
    int[] at = new int[3];
    for (int k = 0, i = 0; k < other[2]; k++) {
      for (int j = 0; j < other[1]; j++) {
        for (int h = 0; h < other[0]; h++, i++) {
          int[] index = {h, j, k};
          for (int axis = 0; axis < 3; axis++) {
            boolean flipped = (flips >> axis & 1) > 0;
            at[order[axis]] = flipped ? other[axis] - 1 - index[axis] : index[axis];
          }
          voxels[i] = volume.get(at[0], at[1], at[2]);
        }
      }
    }
    TinyScans.write(
        file,
        new Volume(Geometry.of(other[0], other[1], other[2], turned), voxels),
        DataType.INT16);
  }
}
