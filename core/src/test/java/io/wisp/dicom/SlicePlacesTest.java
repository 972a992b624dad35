package io.wisp.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.volume.Geometry;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slices must lie on one line, evenly spaced, and each must tell where. */
class SlicePlacesTest {
  private static final int POSITION = 0x00200032;
  private static final int INSTANCE = 0x00200013;

  @TempDir private Path folder;

  @Test
  void slicesThatAreShiftedSidewaysAreRefused() {
    for (int i = 0; i < 6; i++) {
      slice(i, 0, i < 3 ? 0 : 30, 5 * i);
    }
    refused("do not lie on one line: between 2.dcm and 3.dcm they shift sideways by 30.00 mm");
  }

  @Test
  void stacksBesideOneAnotherAreRefused() {
    for (int i = 0; i < 4; i++) {
      slice(i, 40 * i, 0, 0);
    }
    refused("do not lie on one line");
  }

  @Test
  void aTiltedGantryIsOneLine() {
    for (int i = 0; i < 4; i++) {
      slice(i, 0, 1.2 * i, 5 * i);
    }
    Geometry geometry = Volumes.readGeometry(folder);
    assertThat(geometry.affine()[1][2]).isCloseTo(-1.2, org.assertj.core.data.Offset.offset(1e-6));
  }

  @Test
  void distancesThatChangeAreNoMissingFile() {
    double z = 0;
    for (int i = 0; i < 8; i++) {
      slice(i, 0, 0, z);
      z += i < 4 ? 4 : 7;
    }
    refused("distances of the slices in " + folder + " change: they are 4.00 mm up to 4.dcm and 7");
  }

  @Test
  void oneFileWithoutAPlaceIsNamed() {
    slice(0, 0, 0, 0);
    slice(1, 0, 0, 5);
    DicomBytes.slice(1, 2, 0, 0, 0).without(POSITION).pixels(1, 1).writeTo(folder.resolve("2.dcm"));
    refused("1 of the 3 files of " + folder + " does not tell where its slice lies, 2.dcm");
  }

  @Test
  void slicesWithoutAPlaceAreOrderedOnlyIfThatIsAsked() {
    for (int i = 0; i < 3; i++) {
      DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 2)
          .text(INSTANCE, "IS", String.valueOf(3 - i))
          .pixels(i, i)
          .writeTo(folder.resolve("IM%s.dcm".formatted(9 + i)));
    }
    refused("do not tell where their slices lie");
    assertThat(ordered(ScanFormat.Order.NUMBER).voxels()).containsExactly(2, 2, 1, 1, 0, 0);
    assertThat(ordered(ScanFormat.Order.NAME).voxels()).containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(ordered(ScanFormat.Order.NAME).geometry().isPlaced()).isFalse();
  }

  @Test
  void directionsMustBePerpendicular() {
    DicomBytes.slice(1, 2, 0, 0, 0)
        .text(0x00200037, "DS", "1\\0\\0\\0.7\\0.7\\0")
        .pixels(1, 1)
        .writeTo(folder.resolve("a.dcm"));
    refused("a.dcm is damaged: its image orientation is");
  }

  @Test
  void filesWithoutANumberHaveNoOrderByNumber() {
    for (int i = 0; i < 2; i++) {
      DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 2)
          .pixels(i, i)
          .writeTo(folder.resolve(i + ".dcm"));
    }
    assertThatThrownBy(() -> ordered(ScanFormat.Order.NUMBER))
        .hasMessageContaining("has no number");
  }

  private Volume ordered(ScanFormat.Order order) {
    return Volumes.open(folder, new ScanFormat.Choice(Optional.empty(), Optional.of(order)))
        .read(0);
  }

  private void slice(int name, double x, double y, double z) {
    DicomBytes.slice(1, 2, x, y, z)
        .text(INSTANCE, "IS", String.valueOf(name))
        .pixels(name, name)
        .writeTo(folder.resolve(name + ".dcm"));
  }

  private void refused(String part) {
    assertThatThrownBy(() -> Volumes.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(part);
  }

  @Test
  void theErrorNamesTheWayOut() {
    DicomBytes.slice(1, 2, 0, 0, 0).without(POSITION).pixels(1, 1).writeTo(folder.resolve("1.dcm"));
    DicomBytes.slice(1, 2, 0, 0, 0).without(POSITION).pixels(1, 1).writeTo(folder.resolve("2.dcm"));
    assertThatThrownBy(() -> Volumes.read(folder))
        .satisfies(
            error -> assertThat(((UserError) error).remedies()).containsExactly(Remedy.ORDER));
  }
}
