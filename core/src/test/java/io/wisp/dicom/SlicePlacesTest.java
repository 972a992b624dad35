package io.wisp.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.volume.Geometry;
import io.wisp.volume.Regridding;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
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

  private static final ScanFormat.Choice RESAMPLED =
      new ScanFormat.Choice(Optional.empty(), Optional.empty(), Regridding.RESAMPLE);

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
    assertThat(geometry.affine()[1][2]).isCloseTo(-1.2, within(1e-6));
  }

  @Test
  void distancesThatChangeAreNoMissingFile() {
    double z = 0;
    for (int i = 0; i < 8; i++) {
      slice(i, 0, 0, z);
      z += i < 4 ? 4 : 7;
    }
    refused("change: they are 4.00 mm apart up to 4.dcm and 7.00 mm from there on");
    assertThatThrownBy(() -> Volumes.read(folder))
        .satisfies(
            error -> assertThat(((UserError) error).remedies()).containsExactly(Remedy.RESAMPLE));
  }

  /** Values as by numpy.interp(numpy.arange(10) * 4, [0, 4, 8, 12, 16, 23, 30, 37], range(8)). */
  @Test
  void distancesThatChangeOnceAreResampledIfThatIsAsked() {
    double z = 0;
    for (int i = 0; i < 8; i++) {
      slice(i, 0, 0.1 * z, z);
      z += i < 4 ? 4 : 7;
    }
    ScanSource scan = Volumes.open(folder, RESAMPLED);
    assertThat(scan.geometry().shapeText()).isEqualTo("2x1x10");
    assertThat(scan.geometry().affine()[1][2]).isCloseTo(-0.4, within(1e-6));
    assertThat(scan.geometry().affine()[2]).containsExactly(0, 0, 4, 0);
    double[] interpolated = {
      0, 1, 2, 3, 4, 4.57142857, 5.14285714, 5.71428571, 6.28571429, 6.85714286
    };
    Volume volume = scan.read(0);
    for (int i = 0; i < 10; i++) {
      assertThat(volume.get(1, 0, i)).isCloseTo((float) interpolated[i], within(1e-6f));
    }
    assertThat(scan.resampled().orElseThrow()).contains("onto 10 slices, 4 mm apart");
    assertThat(scan.sliceFiles())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "0.dcm", "1.dcm", "2.dcm", "3.dcm", "4.dcm", "5.dcm", "5.dcm", "6.dcm", "6.dcm",
            "7.dcm");
    assertThat(scan.info().shape()).containsExactly(2L, 1L, 10L);
    assertThat(scan.info().sum()).isCloseTo(2 * 38.5714286, within(1e-5));
  }

  @Test
  void whatIsNoChangeOfDistancesIsNotResampled() {
    double[] places = {0, 4, 8, 12, 30, 48};
    for (int i = 0; i < places.length; i++) {
      slice(i, 0, 0, places[i]);
    }
    assertThatThrownBy(() -> Volumes.open(folder, RESAMPLED))
        .hasMessageContaining("distances of the slices");
    slice(4, 0, 0, 19);
    slice(5, 0, 0, 23);
    assertThatThrownBy(() -> Volumes.open(folder, RESAMPLED))
        .hasMessageContaining("between 3.dcm and 4.dcm it is 7.00 mm, elsewhere mostly 4.00");
    slice(4, 0, 5, 19);
    slice(5, 0, 5, 26);
    assertThatThrownBy(() -> Volumes.open(folder, RESAMPLED))
        .hasMessageContaining("do not lie on one line");
  }

  @Test
  void evenSlicesStayAsTheyAreWhereResamplingIsAllowed() {
    for (int i = 0; i < 4; i++) {
      slice(i, 0, 0, 5 * i);
    }
    ScanSource scan = Volumes.open(folder, RESAMPLED);
    assertThat(scan.resampled()).isEmpty();
    assertThat(scan.geometry()).isEqualTo(Volumes.readGeometry(folder));
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
