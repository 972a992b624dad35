package io.wisp.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of several pictures: frames that tell their place, tiles, and frames in time. */
class ManyFramesTest {
  private static final int SHARED = 0x52009229;
  private static final int PER_FRAME = 0x52009230;
  private static final int PLANE_POSITION = 0x00209113;
  private static final int PLANE_ORIENTATION = 0x00209116;
  private static final int PIXEL_MEASURES = 0x00289110;
  private static final int TRANSFORMATION = 0x00289145;
  private static final int CONTENT = 0x00209111;
  private static final int POSITION = 0x00200032;
  private static final int ORIENTATION = 0x00200037;
  private static final int FRAMES = 0x00280008;

  @TempDir private Path root;
  private Path folder;

  @BeforeEach
  void name() {
    folder = root.resolve("scan");
  }

  @Test
  void framesOfAnEnhancedFileAreOrderedByTheirPlaces() {
    enhanced(frame(10, 1, 0), frame(0, 2, 0), frame(5, 1, 100))
        .pixels(1, 1, 2, 2, 3, 3)
        .writeTo(file());
    Volume scan = Volumes.read(file());
    assertThat(scan.voxels()).containsExactly(4, 4, 103, 103, 1, 1);
    assertThat(scan.geometry().zooms()).containsExactly(1.25, 1.5, 5);
    assertThat(scan.geometry().affine()[0]).containsExactly(-1.25, 0, 0, -7);
  }

  @Test
  void enhancedFilesOfOneFrameMakeASeries() {
    for (int i = 0; i < 3; i++) {
      enhanced(frame(5 * i, 1, 0)).pixels(i, i).writeTo(folder.resolve("x" + (3 - i)));
    }
    assertThat(Volumes.read(folder).voxels()).containsExactly(0, 0, 1, 1, 2, 2);
  }

  @Test
  void timesOfAnEnhancedFileAreFrames() {
    enhanced(timed(0, 2), timed(0, 1), timed(5, 1), timed(5, 2))
        .pixels(1, 1, 2, 2, 3, 3, 4, 4)
        .writeTo(file());
    ScanSource scan = Volumes.open(file());
    assertThat(scan.frames().count()).isEqualTo(2);
    assertThat(scan.frames().meaning()).isEqualTo("by temporal position: 1, 2");
    assertThat(scan.read(0).voxels()).containsExactly(2, 2, 3, 3);
    assertThat(scan.read(1).voxels()).containsExactly(1, 1, 4, 4);
    assertThatThrownBy(() -> Volumes.read(file()))
        .satisfies(
            error -> assertThat(((UserError) error).remedies()).containsExactly(Remedy.FRAME));
  }

  @Test
  void stacksOfAnEnhancedFileAreSeveralSeries() {
    enhanced(stacked(0, "1"), stacked(5, "1"), stacked(40, "2"), stacked(45, "2"))
        .pixels(1, 1, 2, 2, 3, 3, 4, 4)
        .writeTo(file());
    assertThat(Volumes.openAll(file(), ScanFormat.Choice.NONE)).hasSize(2);
    assertThatThrownBy(() -> Volumes.read(file())).hasMessageContaining("stack 2");
  }

  @Test
  void severalTimesInOneFolderAreFrames() {
    for (int i = 0; i < 6; i++) {
      DicomBytes.slice(1, 2, 0, 0, 5 * (i % 3))
          .text(0x00200013, "IS", String.valueOf(i + 1))
          .pixels(i, i)
          .writeTo(folder.resolve("x" + i));
    }
    assertThat(Volumes.info(folder).shape()).containsExactly(2L, 1L, 3L, 2L);
    assertThat(Volumes.read(folder, OptionalInt.of(1)).voxels()).containsExactly(3, 3, 4, 4, 5, 5);
    assertThatThrownBy(() -> Volumes.read(folder, OptionalInt.of(2)))
        .hasMessageContaining("its frames are 0 to 1");
  }

  @Test
  void timesThatNothingTellsApartAreRefused() {
    for (int i = 0; i < 4; i++) {
      DicomBytes.slice(1, 2, 0, 0, 5 * (i % 2)).pixels(i, i).writeTo(folder.resolve("x" + i));
    }
    assertThatThrownBy(() -> Volumes.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("lie at the same place, and nothing in the files tells");
  }

  @Test
  void frameOffsetsTellTheDistance() {
    several(3).text(0x3004000C, "DS", "0\\2.5\\5").writeTo(file());
    assertThat(Volumes.readGeometry(file()).zooms()[2]).isEqualTo(2.5);
    several(3).text(0x3004000C, "DS", "0\\2.5\\9").writeTo(file());
    assertThatThrownBy(() -> Volumes.read(file())).hasMessageContaining("distances of the slices");
  }

  @Test
  void framesInTimeAreNoSlices() {
    several(3).pointer(0x00280009, 0x00181063).writeTo(file());
    assertThat(Volumes.open(file()).frames().count()).isEqualTo(3);
    several(3).pointer(0x00280009, 0x00181063).without(POSITION).writeTo(file());
    assertThat(Volumes.open(file()).frames().count()).isEqualTo(3);
  }

  @Test
  void aMosaicThatDoesNotTellItsPlacesIsRefused() {
    DicomBytes.slice(4, 4, 0, 0, 0)
        .text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\M\\MOSAIC")
        .number(0x0019100A, 3)
        .pixels(new int[16])
        .writeTo(file());
    assertThatThrownBy(() -> Volumes.read(file()))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("is a mosaic of Siemens", "shows 3 slices side by side");
  }

  @Test
  void tilesOfASheetAreSlicesOfATime() {
    for (int time = 0; time < 2; time++) {
      sheet(time).writeTo(folder.resolve("x" + time));
    }
    ScanSource scan = Volumes.open(folder);
    assertThat(scan.frames().count()).isEqualTo(2);
    assertThat(scan.geometry().shapeText()).isEqualTo("2x1x3");
    assertThat(scan.geometry().affine()[2]).containsExactly(0, 0, 4, 9);
    assertThat(scan.read(1).voxels()).containsExactly(10, 11, 12, 13, 14, 15);
  }

  @Test
  void aLastRowOfTilesMayBeLeftOut() {
    DicomBytes[] places = new DicomBytes[5];
    for (int i = 0; i < 5; i++) {
      places[i] = tile(i);
    }
    int[] pixels = new int[6 * 4];
    pixels[2 * 6 + 2] = 7;
    DicomBytes.slice(4, 6, 0, 0, 0)
        .without(POSITION)
        .text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\M\\VFRAME")
        .sequence(0x00651051, places)
        .pixels(pixels)
        .writeTo(file());
    Volume scan = Volumes.read(file());
    assertThat(scan.geometry().shapeText()).isEqualTo("2x2x5");
    assertThat(scan.get(0, 0, 4)).isEqualTo(7);
  }

  @Test
  void aSheetThatDoesNotTellItsPlacesIsRefused() {
    sheet(0).without(0x00651051).writeTo(file());
    assertThatThrownBy(() -> Volumes.read(file()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is a VFRAME sheet of United Imaging");
  }

  /** Three tiles of 2 x 1 pixels on a sheet of 4 x 2, the last place empty. */
  private static DicomBytes sheet(int time) {
    int first = 10 * time;
    return DicomBytes.slice(2, 4, 0, 0, 0)
        .without(POSITION)
        .text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\M\\VFRAME")
        .text(0x00200013, "IS", String.valueOf(time + 1))
        .text(0x00651050, "DS", "3")
        .sequence(0x00651051, tile(9), tile(13), tile(17))
        .pixels(first, first + 1, first + 2, first + 3, first + 4, first + 5, 0, 0);
  }

  private static DicomBytes tile(double z) {
    return DicomBytes.empty().text(POSITION, "DS", "0\\0\\" + z);
  }

  private Path file() {
    return folder.resolve("a.dcm");
  }

  private static DicomBytes several(int frames) {
    return DicomBytes.slice(1, 2, 0, 0, 0)
        .text(FRAMES, "IS", String.valueOf(frames))
        .pixels(new int[2 * frames]);
  }

  private static DicomBytes enhanced(DicomBytes... frames) {
    return DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 2)
        .text(FRAMES, "IS", String.valueOf(frames.length))
        .sequence(
            SHARED,
            DicomBytes.empty()
                .sequence(
                    PLANE_ORIENTATION,
                    DicomBytes.empty().text(ORIENTATION, "DS", "1\\0\\0\\0\\1\\0"))
                .sequence(PIXEL_MEASURES, DicomBytes.empty().text(0x00280030, "DS", "1.5\\1.25")))
        .sequence(PER_FRAME, frames);
  }

  private static DicomBytes frame(double z, double slope, double intercept) {
    return place(z)
        .sequence(
            TRANSFORMATION,
            DicomBytes.empty()
                .text(0x00281053, "DS", String.valueOf(slope))
                .text(0x00281052, "DS", String.valueOf(intercept)));
  }

  private static DicomBytes timed(double z, int time) {
    return place(z).sequence(CONTENT, DicomBytes.empty().integers(0x00209128, time));
  }

  private static DicomBytes stacked(double z, String stack) {
    return place(z).sequence(CONTENT, DicomBytes.empty().text(0x00209056, "SH", stack));
  }

  private static DicomBytes place(double z) {
    return DicomBytes.empty()
        .sequence(PLANE_POSITION, DicomBytes.empty().text(POSITION, "DS", "7\\0\\" + z));
  }

  @Test
  void aChosenOrderIsNotNeededWherePlacesAreTold() {
    enhanced(frame(5, 1, 0), frame(0, 1, 0)).pixels(1, 1, 2, 2).writeTo(file());
    ScanFormat.Choice byName =
        new ScanFormat.Choice(Optional.empty(), Optional.of(ScanFormat.Order.NAME));
    assertThat(Volumes.open(file(), byName).read(0).voxels()).containsExactly(2, 2, 1, 1);
  }
}
