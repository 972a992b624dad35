package io.wisp.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.UserError;
import io.wisp.nifti.DataType;
import io.wisp.nifti.NiftiFile;
import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomSeriesTest {
  @TempDir private Path root;
  private Path folder;

  @BeforeEach
  void name() throws IOException {
    folder = Files.createDirectory(root.resolve("series"));
  }

  @Test
  void slicesAreInTheOrderOfTheirPositionsNotOfTheirNames() {
    slice("c", 10, 1);
    slice("a", 20, 2);
    slice("b", 30, 3);
    assertThat(Volumes.read(folder).voxels()).containsExactly(1, 1, 2, 2, 3, 3);
    assertThat(DicomSeries.open(folder).files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("c.dcm", "a.dcm", "b.dcm");
  }

  @Test
  void theAffineLeadsFromPixelsToRightFrontHead() {
    DicomBytes.slice(1, 2, 5, 6, 10).pixels(1, 1).writeTo(folder.resolve("a.dcm"));
    DicomBytes.slice(1, 2, 5, 6, 17.7).pixels(2, 2).writeTo(folder.resolve("b.dcm"));
    Geometry geometry = Volumes.readGeometry(folder);
    assertThat(geometry.shape()).containsExactly(2, 1, 2);
    assertThat(geometry.axcodes()).isEqualTo("LPS");
    assertThat(geometry.affine()[0]).containsExactly(-1.25, 0, 0, -5);
    assertThat(geometry.affine()[1]).containsExactly(0, -1.5, 0, -6);
    assertThat(geometry.affine()[2]).containsExactly(new double[] {0, 0, 7.7, 10}, within(1e-6));
  }

  @Test
  void aSagittalSeriesKeepsItsAxes() {
    for (int i = 0; i < 2; i++) {
      DicomBytes.slice(1, 2, 3.0 * i, 0, 0)
          .text(0x00200037, "DS", "0\\1\\0\\0\\0\\-1")
          .pixels(i, i)
          .writeTo(folder.resolve(i + ".dcm"));
    }
    assertThat(Volumes.readGeometry(folder).axcodes()).isEqualTo("PIR");
    assertThat(Volumes.read(folder).voxels()).containsExactly(1, 1, 0, 0);
  }

  @Test
  void aMaskOfTheSeriesIsWrittenAsNiftiInTheSamePlace() {
    slice("a", 10, 1);
    slice("b", 20, 2);
    Volume scan = Volumes.read(folder);
    Path mask = root.resolve("mask.nii.gz");
    NiftiFile.write(mask, scan, DataType.UINT8);
    assertThat(Volumes.readGeometry(mask).affine()).isDeepEqualTo(scan.geometry().affine());
  }

  @Test
  void everyFileIsRescaledByItsOwnNumbers() {
    for (int i = 0; i < 2; i++) {
      DicomBytes.slice(1, 2, 0, 0, i)
          .text(0x00281053, "DS", i == 0 ? "2" : "0.5")
          .text(0x00281052, "DS", "-10")
          .pixels(100, 200)
          .writeTo(folder.resolve(i + ".dcm"));
    }
    assertThat(Volumes.read(folder).voxels()).containsExactly(190, 390, 40, 90);
    assertThat(((DicomInfo) Volumes.info(folder).details()).pixelSum()).isEqualTo(600);
    assertThat(Volumes.info(folder).sum()).isEqualTo(710);
  }

  @Test
  void identifiersOfTheSeriesMayDisagree() {
    for (int i = 0; i < 3; i++) {
      DicomBytes.slice(1, 2, 0, 0, i)
          .text(0x0020000E, "UI", "1.2.3." + i)
          .pixels(i, i)
          .writeTo(folder.resolve(i + ".dcm"));
    }
    assertThat(Volumes.read(folder).nz()).isEqualTo(3);
  }

  @Test
  void whatIsNoPictureIsPassedOver() throws IOException {
    slice("a", 10, 1);
    slice("b", 20, 2);
    Files.writeString(folder.resolve(".DS_Store"), "Mac");
    Files.writeString(folder.resolve("._a.dcm"), "Mac");
    Files.writeString(folder.resolve("notes.txt"), "none");
    Files.createDirectory(folder.resolve("sub"));
    DicomBytes.slice(1, 2, 0, 0, 0)
        .text(0x00020002, "UI", "1.2.840.10008.1.3.10")
        .writeTo(folder.resolve("DICOMDIR"));
    assertThat(Volumes.read(folder).nz()).isEqualTo(2);
    assertThat(Volumes.find(root)).containsExactly(folder);
  }

  @Test
  void filesWithoutAnEndingAreFound() {
    DicomBytes.slice(1, 2, 0, 0, 0).pixels(1, 2).writeTo(folder.resolve("IM000001"));
    assertThat(Volumes.find(root)).containsExactly(folder);
    assertThat(Volumes.read(folder.resolve("IM000001")).voxels()).containsExactly(1, 2);
  }

  @Test
  void aMissingFileIsToldByTheGapItLeaves() {
    slice("a", 10, 1);
    slice("b", 20, 2);
    slice("d", 40, 4);
    slice("e", 50, 5);
    refused("is missing: between b.dcm and d.dcm lie 20.00 mm, elsewhere 10.00");
  }

  @Test
  void twoSeriesInOneFolderAreRefused() {
    slice("a", 10, 1);
    slice("b", 10, 2);
    refused("a.dcm and b.dcm lie at the same place");
    DicomBytes.slice(2, 2, 0, 0, 30).pixels(1, 2, 3, 4).writeTo(folder.resolve("b.dcm"));
    refused(
        "no single scan: it holds 2 series: s.1 (1 picture of 2x1 pixels, axial); s.2 (1 picture of 2x2");
    DicomBytes.slice(1, 2, 0, 0, 30)
        .text(0x00200037, "DS", "0\\1\\0\\0\\0\\-1")
        .pixels(1, 2)
        .writeTo(folder.resolve("b.dcm"));
    refused("no single scan: it holds 2 series");
  }

  @Test
  void aDamagedFileIsNotPassedOver() throws IOException {
    slice("a", 10, 1);
    Files.write(folder.resolve("b.dcm"), new byte[0]);
    refused("b.dcm is no DICOM file");
    byte[] whole = DicomBytes.slice(1, 2, 0, 0, 20).pixels(1, 2).bytes();
    Files.write(folder.resolve("b.dcm"), java.util.Arrays.copyOf(whole, whole.length - 2));
    refused("b.dcm claims");
  }

  @Test
  void oneFileMayHoldAllSlices() {
    DicomBytes.slice(1, 2, 0, 0, 0)
        .text(0x00280008, "IS", "2")
        .text(0x00180088, "DS", "4")
        .pixels(1, 2, 3, 4)
        .writeTo(folder.resolve("a.dcm"));
    Volume scan = Volumes.read(folder.resolve("a.dcm"));
    assertThat(scan.voxels()).containsExactly(1, 2, 3, 4);
    assertThat(scan.geometry().zooms()).containsExactly(1.25, 1.5, 4);
  }

  @Test
  void aFolderWithoutPicturesIsRefused() {
    refused("is a folder that is no scan itself");
    assertThatThrownBy(() -> Volumes.read(root.resolve("no.dcm")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("does not exist");
  }

  private void slice(String name, double z, int value) {
    DicomBytes.slice(1, 2, 0, 0, z).pixels(value, value).writeTo(folder.resolve(name + ".dcm"));
  }

  private void refused(String part) {
    assertThatThrownBy(() -> Volumes.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(part);
  }
}
