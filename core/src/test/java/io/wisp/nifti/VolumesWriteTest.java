package io.wisp.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.BadFile;
import io.wisp.TargetExists;
import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumesWriteTest {
  private static final Volume VOLUME =
      new Volume(Geometry.of(2, 1, 1, 0.9, 1, 3), new float[] {0, 1});

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.nii", "a.nii.gz", "a.hdr", "a.hdr.gz", "a.img", "a.img.gz", "A.NII"})
  void theNameChoosesTheLayout(String name) {
    Path file = folder.resolve("new/folder").resolve(name);

    NiftiFile.write(file, VOLUME, DataType.UINT8);

    Volume read = Volumes.read(file);
    assertThat(read.voxels()).containsExactly(0, 1);
    assertThat(read.geometry()).isEqualTo(VOLUME.geometry());
  }

  @ParameterizedTest
  @CsvSource({"1, LITTLE", "1, BIG", "2, LITTLE", "2, BIG"})
  void aMaskCarriesTheScansGeometryBitForBit(int version, String order) throws IOException {
    ByteOrder bytes = order.equals("BIG") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ScanFile scan =
        new ScanFile(version, bytes)
            .shape(2, 1, 1, 3)
            .voxels(DataType.INT16, new float[6])
            .set(HeaderField.PIXDIM, List.of(-1.0, 0.9, 1.1, 3.3, 2.5, 0.1, 0.2, 0.3))
            .set(HeaderField.QFORM_CODE, 1)
            .set(HeaderField.SFORM_CODE, 4)
            .set(HeaderField.QUATERNION, List.of(0.1, -0.2, 0.3))
            .set(HeaderField.QFORM_OFFSET, List.of(-90.1, 126.2, -72.3))
            .set(
                HeaderField.SFORM_ROWS,
                List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.7, 0.8, -0.9, 1.0, 1.1, 1.2))
            .set(HeaderField.UNITS, 10);
    Path file = scan.writeTo(folder.resolve("scan.nii.gz"));
    Path maskFile = folder.resolve("mask.nii.gz");

    NiftiFile.write(maskFile, Volumes.read(file, 2).withVoxels(new float[2]), DataType.UINT8);

    HeaderBytes mask = header(maskFile, version);
    for (HeaderField field : spatialFields()) {
      int count = countOf(field);
      assertThat(mask.reals(field, count)).isEqualTo(scan.header().reals(field, count));
    }
    assertThat(mask.integer(HeaderField.DATA_TYPE, 0)).isEqualTo(DataType.UINT8.code());
    assertThat(mask.integer(HeaderField.SHAPE, 0)).isEqualTo(3);
    assertThat(Volumes.readGeometry(maskFile)).isEqualTo(Volumes.readGeometry(file));
  }

  @Test
  void aFlatScanStaysFlat() throws IOException {
    Path scan =
        new ScanFile(1, ByteOrder.LITTLE_ENDIAN)
            .shape(2, 1)
            .voxels(DataType.UINT8, 3, 4)
            .writeTo(folder.resolve("flat.nii"));
    Path copy = folder.resolve("copy.nii");

    NiftiFile.write(copy, Volumes.read(scan), DataType.UINT8);

    assertThat(Volumes.info(copy)).isEqualTo(Volumes.info(scan));
  }

  @Test
  void aGridTooLongForTheFirstVersionIsWrittenInTheSecond() throws IOException {
    Path file = folder.resolve("long.nii");
    Volume volume = new Volume(Geometry.of(40_000, 1, 1, 1, 1, 1), new float[40_000]);

    NiftiFile.write(file, volume, DataType.UINT8);

    assertThat(Files.size(file)).isEqualTo(544 + 40_000);
    assertThat(Volumes.read(file).nx()).isEqualTo(40_000);
  }

  @Test
  void wholeNumbersAreRoundedToTheNearest() {
    Path file = folder.resolve("a.nii");

    NiftiFile.write(file, VOLUME.withVoxels(new float[] {1.6f, -1.6f}), DataType.INT8);

    assertThat(Volumes.read(file).voxels()).containsExactly(2, -2);
  }

  @ParameterizedTest
  @ValueSource(floats = {256, -1, Float.NaN, Float.POSITIVE_INFINITY})
  void aValueThatDoesNotFitIsRefusedAndLeavesNothingBehind(float value) throws IOException {
    Volume volume = VOLUME.withVoxels(new float[] {0, value});

    assertThatThrownBy(() -> NiftiFile.write(folder.resolve("a.nii.gz"), volume, DataType.UINT8))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("does not fit the type UINT8");
    assertThat(filesLeft()).isEmpty();
  }

  @Test
  void whatExistsIsKeptUnlessOneAsksToOverwriteIt() throws IOException {
    Path file = Files.writeString(folder.resolve("a.nii"), "precious");

    assertThatThrownBy(() -> NiftiFile.write(file, VOLUME, DataType.UINT8))
        .isInstanceOf(TargetExists.class)
        .hasMessageContaining("a.nii exists already");
    assertThat(file).hasContent("precious");

    NiftiFile.overwrite(file, VOLUME, DataType.UINT8);
    assertThat(Volumes.read(file).voxels()).containsExactly(0, 1);
    assertThat(filesLeft()).containsExactly(file);
  }

  @Test
  void aSearchFindsScansAndOfAPairTheHeader() throws IOException {
    for (String name : List.of("b/pair.hdr", "b/scan.nii.gz", "a.nii")) {
      NiftiFile.write(folder.resolve(name), VOLUME, DataType.UINT8);
    }
    Files.writeString(folder.resolve("b/notes.txt"), "no scan");

    assertThat(Volumes.find(folder))
        .containsExactly(
            folder.resolve("a.nii"), folder.resolve("b/pair.hdr"), folder.resolve("b/scan.nii.gz"));
  }

  private static List<HeaderField> spatialFields() {
    return List.of(
        HeaderField.PIXDIM,
        HeaderField.QFORM_CODE,
        HeaderField.SFORM_CODE,
        HeaderField.QUATERNION,
        HeaderField.QFORM_OFFSET,
        HeaderField.SFORM_ROWS,
        HeaderField.UNITS);
  }

  private static int countOf(HeaderField field) {
    return switch (field) {
      case PIXDIM -> 8;
      case QUATERNION, QFORM_OFFSET -> 3;
      case SFORM_ROWS -> 12;
      default -> 1;
    };
  }

  private static HeaderBytes header(Path file, int version) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      byte[] bytes = in.readNBytes(HeaderBytes.size(version));
      return new HeaderBytes(version, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }
  }

  private List<Path> filesLeft() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
