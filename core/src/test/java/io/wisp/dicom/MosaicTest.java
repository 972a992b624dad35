package io.wisp.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mosaics of Siemens: places as nibabel's MosaicWrapper has them. */
class MosaicTest {
  private static final int CSA = 0x00291010;
  private static final int TILES = 0x0019100A;
  private static final int BETWEEN = 0x00180088;

  @TempDir private Path folder;

  @Test
  void tilesAreSlicesAroundTheCentreOfTheSheet() {
    mosaic(0, 1).writeTo(file(0));
    Volume scan = Volumes.read(file(0));
    assertThat(scan.geometry().shapeText()).isEqualTo("2x2x3");
    assertThat(scan.geometry().affine()[0]).containsExactly(-1.25, 0, 0, 8.75);
    assertThat(scan.geometry().affine()[1]).containsExactly(0, -1.5, 0, 18.5);
    assertThat(scan.geometry().affine()[2]).containsExactly(0, 0, 3, 5);
    assertThat(scan.voxels()).containsExactly(0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13);
  }

  @Test
  void slicesMayRunAgainstTheNormal() {
    mosaic(0, -1).writeTo(file(0));
    Volume scan = Volumes.read(file(0));
    assertThat(scan.geometry().affine()[2]).containsExactly(0, 0, 3, -1);
    assertThat(scan.voxels()).containsExactly(8, 9, 12, 13, 2, 3, 6, 7, 0, 1, 4, 5);
  }

  @Test
  void eachFileIsAFrameOfTime() {
    mosaic(1, 1).writeTo(file(2));
    mosaic(0, 1).writeTo(file(1));
    ScanSource scan = Volumes.open(folder);
    assertThat(scan.frames().count()).isEqualTo(2);
    assertThat(scan.read(0).get(0, 0, 0)).isZero();
    assertThat(scan.read(1).get(0, 0, 0)).isEqualTo(100);
    assertThatThrownBy(() -> Volumes.read(folder)).hasMessageContaining("holds 2 frames");
  }

  @Test
  void theFirstVersionOfTheHeaderTellsAsMuch() {
    mosaic(0, 1).without(TILES).raw(CSA, "OB", csa(false, "3", "0", "0", "1")).writeTo(file(0));
    assertThat(Volumes.readGeometry(file(0)).shapeText()).isEqualTo("2x2x3");
  }

  @Test
  void whatDoesNotTellItsPlacesIsRefused() {
    byte[] whole = csa(true, "3", "0", "0", "1");
    refused(mosaic(0, 1).without(CSA), "shows 3 slices side by side");
    refused(mosaic(0, 1).without(BETWEEN), "does not tell where they lie");
    refused(mosaic(0, 1).without(0x00280030), "does not tell where they lie");
    refused(mosaic(0, 1).without(0x00290010), "does not tell where they lie");
    refused(mosaic(0, 1).raw(CSA, "OB", csa(true, "3", "0", "0.6", "0.8")), "does not tell");
    refused(mosaic(0, 1).raw(CSA, "OB", csa(true, "3", "0", "x", "1")), "does not tell");
    refused(mosaic(0, 1).number(TILES, 4), "tells of 4 slices and of 3");
    refused(mosaic(0, 1).raw(CSA, "OB", csa(true, "5", "0", "0", "1")).without(TILES), "5 slices");
    for (int length = 0; length < whole.length - 16; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      refused(mosaic(0, 1).raw(CSA, "OB", cut), "does not tell where they lie");
    }
  }

  private void refused(DicomBytes file, String part) {
    file.writeTo(file(0));
    assertThatThrownBy(() -> Volumes.read(file(0)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(part);
  }

  private Path file(int number) {
    return folder.resolve(number + ".IMA");
  }

  /** Three tiles of 2 x 2 pixels on a sheet of 4 x 4, 3 mm apart. */
  private static DicomBytes mosaic(int time, int sense) {
    int[] pixels = new int[16];
    for (int i = 0; i < 16; i++) {
      pixels[i] = 100 * time + i;
    }
    return DicomBytes.slice(4, 4, -10, -20, 5)
        .text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC")
        .text(BETWEEN, "DS", "3.0")
        .text(0x00190010, "LO", "SIEMENS MR HEADER")
        .number(TILES, 3)
        .text(0x0020000E, "UI", "1.2.3")
        .text(0x00200013, "IS", String.valueOf(time + 1))
        .text(0x00290010, "LO", "SIEMENS CSA HEADER")
        .raw(CSA, "OB", csa(true, "3", "0", "0", String.valueOf(sense)))
        .pixels(pixels);
  }

  private static byte[] csa(boolean second, String tiles, String... normal) {
    ByteBuffer bytes = ByteBuffer.allocate(2000).order(ByteOrder.LITTLE_ENDIAN);
    if (second) {
      bytes.put("SV10".getBytes(StandardCharsets.US_ASCII)).putInt(0x01020304);
    }
    bytes.putInt(3).putInt(77);
    list(bytes, second, "EchoLinePosition", "64", "");
    list(bytes, second, "NumberOfImagesInMosaic", tiles, "");
    list(bytes, second, "SliceNormalVector", normal);
    byte[] whole = new byte[bytes.position()];
    bytes.get(0, whole);
    return whole;
  }

  private static void list(ByteBuffer bytes, boolean second, String name, String... items) {
    int start = bytes.position();
    bytes.put(name.getBytes(StandardCharsets.US_ASCII)).position(start + 64);
    bytes.putInt(items.length).putInt(0).putInt(6).putInt(items.length).putInt(77);
    for (String item : items) {
      int length = item.isEmpty() ? 0 : item.length() + 1;
      bytes.putInt(second ? length : length + 2).putInt(length).putInt(77).putInt(length);
      int begin = bytes.position();
      bytes.put(item.getBytes(StandardCharsets.US_ASCII));
      bytes.position(begin + (length + 3) / 4 * 4);
    }
  }
}
