package io.wisp.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import io.wisp.volume.VolumeInfo;
import io.wisp.volume.Volumes;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumesReadTest {
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

  @TempDir private Path folder;

  @Test
  void theFirstAxisRunsFastest() throws IOException {
    Path file = write(scan().shape(2, 3, 1).voxels(DataType.UINT8, 0, 1, 2, 3, 4, 5));

    Volume volume = Volumes.read(file);

    assertThat(volume.get(1, 0, 0)).isEqualTo(1);
    assertThat(volume.get(0, 2, 0)).isEqualTo(4);
  }

  @Test
  void storedValuesAreScaledInDoublePrecision() throws IOException {
    Path file =
        write(
            scan()
                .shape(2)
                .voxels(DataType.INT32, 16777216, -3)
                .set(HeaderField.SLOPE, 0.5)
                .set(HeaderField.INTERCEPT, 100));

    assertThat(Volumes.read(file).voxels()).containsExactly(8388708f, 98.5f);
  }

  @Test
  void aSlopeOfZeroMeansNoScaling() throws IOException {
    Path file = write(scan().shape(1).voxels(DataType.INT16, 7).set(HeaderField.INTERCEPT, 9));

    assertThat(Volumes.read(file).voxels()).containsExactly(7);
  }

  @Test
  void theLargestUnsignedValuesStayPositive() throws IOException {
    byte[] ones = {-1, -1, -1, -1, -1, -1, -1, -1};

    Path file = write(scan().shape(1).rawVoxels(DataType.UINT64, ones));
    assertThat(Volumes.info(file).max()).isEqualTo(0x1p64);
    file = write(scan().shape(2).rawVoxels(DataType.UINT32, ones));
    assertThat(Volumes.info(file).max()).isEqualTo(4294967295.0);
  }

  @Test
  void aFrameIsChosenByItsNumberAndAxesAfterTheFourthCountOn() throws IOException {
    Path file = write(scan().shape(1, 1, 1, 2, 2).voxels(DataType.UINT8, 10, 11, 12, 13));

    assertThat(Volumes.read(file, 0).voxels()).containsExactly(10);
    assertThat(Volumes.read(file, 3).voxels()).containsExactly(13);
    assertThat(Volumes.info(file).shape()).containsExactly(1L, 1L, 1L, 2L, 2L);
  }

  @Test
  void extensionsArePassedOver() throws IOException {
    Path file = write(scan().extended(64).shape(2).voxels(DataType.UINT8, 5, 6));

    assertThat(Volumes.read(file).voxels()).containsExactly(5, 6);
  }

  @Test
  void eitherHalfOfAPairNamesItAndTheHalvesMayBeCompressedApart() throws IOException {
    scan()
        .shape(2)
        .voxels(DataType.UINT8, 5, 6)
        .writePair(folder.resolve("p.hdr"), folder.resolve("p.img.gz"));

    assertThat(Volumes.read(folder.resolve("p.hdr")).voxels()).containsExactly(5, 6);
    assertThat(Volumes.read(folder.resolve("p.img.gz")).voxels()).containsExactly(5, 6);
  }

  @Test
  void compressionIsToldByTheContentNotByTheName() throws IOException {
    byte[] bytes = scan().shape(1).voxels(DataType.UINT8, 5).bytes();
    Path file = Files.write(folder.resolve("x.nii"), ScanFile.gzip(bytes));

    assertThat(Volumes.read(file).voxels()).containsExactly(5);
  }

  @Test
  void withoutFormsTheGridIsCentredWithXToTheLeft() throws IOException {
    Path file =
        write(
            scan()
                .shape(3, 5, 1)
                .voxels(DataType.UINT8, new float[15])
                .set(HeaderField.PIXDIM, List.of(1.0, 2.0, 3.0, 0.0)));

    Geometry geometry = Volumes.readGeometry(file);

    assertThat(geometry.affine()[0]).containsExactly(-2, 0, 0, 2);
    assertThat(geometry.affine()[1]).containsExactly(0, 3, 0, -6);
    assertThat(geometry.zooms()).containsExactly(2, 3, 1);
    assertThat(geometry.axcodes()).isEqualTo("LAS");
  }

  @Test
  void aQuaternionTurnsTheAxesAndQfacFlipsTheThird() throws IOException {
    double half = Math.sqrt(0.5);
    ScanFile scan =
        scan()
            .shape(1, 1, 1)
            .voxels(DataType.UINT8, 0)
            .set(HeaderField.PIXDIM, List.of(-1.0, 2.0, 3.0, 4.0))
            .set(HeaderField.QFORM_CODE, 1)
            .set(HeaderField.QUATERNION, List.of(0.0, 0.0, half))
            .set(HeaderField.QFORM_OFFSET, List.of(7.0, 8.0, 9.0));

    double[][] affine = Volumes.readGeometry(write(scan)).affine();

    // A quarter turn about z: x points where y did.
    double[][] expected = {{0, -3, 0, 7}, {2, 0, 0, 8}, {0, 0, -4, 9}, {0, 0, 0, 1}};
    for (int row = 0; row < 4; row++) {
      assertThat(affine[row]).containsExactly(expected[row], within(1e-6));
    }
  }

  @Test
  void theSformIsPreferred() throws IOException {
    List<Double> rows = List.of(0.0, 5.0, 0.0, 1.0, -6.0, 0.0, 0.0, 2.0, 0.0, 0.0, 7.0, 3.0);
    ScanFile scan =
        scan()
            .shape(1, 1, 1)
            .voxels(DataType.UINT8, 0)
            .set(HeaderField.QFORM_CODE, 1)
            .set(HeaderField.SFORM_CODE, 2)
            .set(HeaderField.SFORM_ROWS, rows);

    Geometry geometry = Volumes.readGeometry(write(scan));

    assertThat(geometry.affine()[1]).containsExactly(-6, 0, 0, 2);
    assertThat(geometry.axcodes()).isEqualTo("PRS");
  }

  @Test
  void spacingIsInMillimetresWhateverTheUnit() throws IOException {
    ScanFile scan = scan().shape(1, 1, 1).voxels(DataType.UINT8, 0).set(HeaderField.UNITS, 3);

    assertThat(Volumes.readGeometry(write(scan)).spacing()).containsExactly(1e-3, 1e-3, 1e-3);
  }

  @Test
  void notANumberIsKeptInVoxelsAndLeftOutOfStatistics() throws IOException {
    Path file = write(scan().shape(3).voxels(DataType.FLOAT32, Float.NaN, 2, -5));

    assertThat(Volumes.read(file).voxels()[0]).isNaN();
    VolumeInfo info = Volumes.info(file);
    assertThat(List.of(info.sum(), info.min(), info.max())).containsExactly(-3.0, -5.0, 2.0);
    assertThat(info.first()).isNaN();
  }

  @Test
  void theSumOfManyValuesIsExactToTheLastDigits() throws IOException {
    float[] values = new float[1_000_003];
    Arrays.fill(values, 0.1f);
    values[0] = 1e12f;

    Path file =
        write(new ScanFile(2, LITTLE).shape(values.length).voxels(DataType.FLOAT64, values));

    double expected = (double) 1e12f + 1_000_002 * (double) 0.1f;
    assertThat(Volumes.info(file).sum()).isCloseTo(expected, within(Math.ulp(expected)));
  }

  private static ScanFile scan() {
    return new ScanFile(1, LITTLE);
  }

  private Path write(ScanFile scan) throws IOException {
    return scan.writeTo(folder.resolve("scan.nii.gz"));
  }
}
