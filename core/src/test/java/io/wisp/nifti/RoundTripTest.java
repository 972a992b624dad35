package io.wisp.nifti;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import io.wisp.volume.VolumeInfo;
import io.wisp.volume.Volumes;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever the type, byte order, version, shape and place: what was stored is what is read. */
class RoundTripTest {
  private static Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("wisp-round-trip");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("scan.nii.gz"));
    Files.deleteIfExists(folder.resolve("copy.nii"));
    Files.delete(folder);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void storedVoxelsAreReadAsTheyAre(
      @ForAll DataType type,
      @ForAll("orders") ByteOrder order,
      @ForAll @IntRange(min = 1, max = 2) int version,
      @ForAll("shapes") long[] shape,
      @ForAll long seed)
      throws IOException {
    float[] values = values(type, (int) product(shape), new Random(seed));
    Path file =
        new ScanFile(version, order)
            .shape(shape)
            .voxels(type, values)
            .writeTo(folder.resolve("scan.nii.gz"));
    VolumeInfo info = Volumes.info(file);
    assertThat(info.shape()).hasSize(shape.length);
    assertThat(info.first()).isEqualTo(values[0]);
    int frame = values.length - 1;
    Volume first = Volumes.read(file, 0);
    int frames = values.length / first.voxels().length;
    Volume last = Volumes.read(file, frames - 1);
    assertThat(last.voxels()[last.voxels().length - 1]).isEqualTo(values[frame]);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aWrittenVolumeReadsBackEqual(
      @ForAll DataType type,
      @ForAll @IntRange(min = 1, max = 9) int nx,
      @ForAll @IntRange(min = 1, max = 9) int ny,
      @ForAll @IntRange(min = 1, max = 9) int nz,
      @ForAll("sforms") double[] rows,
      @ForAll long seed) {
    double[][] affine = new double[4][4];
    for (int i = 0; i < rows.length; i++) {
      affine[i / 4][i % 4] = rows[i];
    }
    affine[3][3] = 1;
    Geometry geometry = Geometry.of(nx, ny, nz, affine);
    Volume volume = new Volume(geometry, values(type, nx * ny * nz, new Random(seed)));
    Path file = folder.resolve("copy.nii");
    NiftiFile.overwrite(file, volume, type);
    Volume copy = Volumes.read(file);
    assertThat(copy.voxels()).isEqualTo(volume.voxels());
    assertThat(copy.geometry()).isEqualTo(geometry);
    assertThat(copy.geometry().affine()).isDeepEqualTo(geometry.affine());
    assertThat(copy.geometry().axcodes()).hasSize(3);
  }

  @Provide
  Arbitrary<ByteOrder> orders() {
    return Arbitraries.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
  }

  @Provide
  Arbitrary<long[]> shapes() {
    return Arbitraries.longs().between(1, 4).array(long[].class).ofMinSize(1).ofMaxSize(7);
  }

  @Provide
  Arbitrary<double[]> sforms() {
    return Arbitraries.doubles().between(-300, 300).array(double[].class).ofSize(12);
  }

  /** Values that the type holds exactly. */
  private static float[] values(DataType type, int count, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (type) {
            case UINT8 -> random.nextInt(256);
            case INT8 -> random.nextInt(256) - 128;
            case UINT16 -> random.nextInt(65536);
            case INT16 -> random.nextInt(65536) - 32768;
            case UINT32 -> random.nextInt(1 << 24) * 256f;
            case INT32 -> (random.nextInt(1 << 24) - (1 << 23)) * 256f;
            case UINT64 -> random.nextInt(1 << 24) * 0x1p40f;
            case INT64 -> (random.nextInt(1 << 24) - (1 << 23)) * 0x1p40f;
            case FLOAT32, FLOAT64 -> (float) random.nextGaussian() * 1e3f;
          };
    }
    return values;
  }

  private static long product(long[] shape) {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }
}
