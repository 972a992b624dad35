package io.wisp.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.UserError;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.Volumes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DicomFileTest {
  private static final int PRIVATE_SEQUENCE = 0x00091001;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      names = {
        "IMPLICIT_LITTLE_ENDIAN",
        "EXPLICIT_LITTLE_ENDIAN",
        "DEFLATED",
        "EXPLICIT_BIG_ENDIAN"
      })
  void everyPlainSyntaxGivesTheSamePixels(TransferSyntax syntax) {
    DicomBytes bytes = DicomBytes.picture(syntax, 2, 3).pixels(0, 1, 2, 300, 4000, 4095);
    assertThat(frames(bytes).get(0)).containsExactly(0, 1, 2, 300, 4000, 4095);
  }

  @Test
  void theHeaderTellsPlaceAndScale() {
    DicomBytes bytes =
        DicomBytes.slice(1, 2, -3, 4.5, 6)
            .text(0x00281053, "DS", "2.5")
            .text(0x00281052, "DS", "-1000")
            .text(0x00180050, "DS", "7.7")
            .text(0x00200013, "IS", "12")
            .pixels(1, 2);
    DicomHeader header = open(bytes).header();
    Plane plane = header.planes().get(0);
    assertThat(plane.position()).containsExactly(-3.0, 4.5, 6.0);
    assertThat(plane.orientation()).containsExactly(1.0, 0.0, 0.0, 0.0, 1.0, 0.0);
    assertThat(plane.spacing()).containsExactly(1.5, 1.25);
    assertThat(plane.slope()).isEqualTo(2.5);
    assertThat(plane.intercept()).isEqualTo(-1000);
    assertThat(plane.thickness()).isEqualTo(7.7);
    assertThat(header.instance()).hasValue(12);
  }

  @Test
  void bitsOutsideOfTheValueAreLeftOut() {
    DicomBytes bytes =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 2).pixels(0xF123, 0x8FFF);
    assertThat(frames(bytes).get(0)).containsExactly(0x123, 0xFFF);
  }

  @Test
  void twelveSignedBitsMayBeNegative() {
    DicomBytes bytes =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 3)
            .bits(16, 12, 11, true)
            .pixels(0x0FFF, 0x07FF, 0x0800);
    assertThat(frames(bytes).get(0)).containsExactly(-1, 2047, -2048);
  }

  @Test
  void bitsThatDoNotBeginAtTheLowestAreShifted() {
    DicomBytes bytes =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 2)
            .bits(16, 12, 15, false)
            .pixels(0x1230, 0xFFFF);
    assertThat(frames(bytes).get(0)).containsExactly(0x123, 0xFFF);
  }

  @Test
  void bytesAndLongWordsAreRead() {
    DicomBytes small =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 3)
            .bits(8, 8, 7, false)
            .raw(Tag.PIXEL_DATA, "OB", new byte[] {1, (byte) 200, 3, 0});
    assertThat(frames(small).get(0)).containsExactly(1, 200, 3);
    byte[] word = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(-2).array();
    DicomBytes large =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 1)
            .bits(32, 32, 31, false)
            .raw(Tag.PIXEL_DATA, "OW", word);
    assertThat(frames(large).get(0)).containsExactly(4294967294.0);
  }

  @Test
  void framesFollowOneAnother() {
    DicomBytes bytes =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 2)
            .text(0x00280008, "IS", "3")
            .pixels(1, 2, 3, 4, 5, 6);
    assertThat(frames(bytes)).containsExactly(row(1, 2), row(3, 4), row(5, 6));
  }

  @Test
  void runLengthsAreUnpacked() {
    byte[] packed = new byte[64 + 2 + 5];
    ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(2).putInt(64).putInt(66);
    packed[64] = -3; // four times the high byte 1
    packed[65] = 1;
    System.arraycopy(new byte[] {3, 10, 20, 30, 40}, 0, packed, 66, 5);
    DicomBytes bytes = DicomBytes.picture(TransferSyntax.RLE, 2, 2).packed(packed);
    assertThat(frames(bytes).get(0)).containsExactly(266, 276, 286, 296);
  }

  @Test
  void jpegPicturesAreUnpackedFromAnyNumberOfPieces() throws IOException {
    byte[] jpeg = picture("jpeg", BufferedImage.TYPE_BYTE_GRAY);
    byte[] first = java.util.Arrays.copyOfRange(jpeg, 0, 100);
    byte[] rest = java.util.Arrays.copyOfRange(jpeg, 100, jpeg.length);
    DicomBytes bytes =
        DicomBytes.picture(TransferSyntax.JPEG_BASELINE, 16, 16)
            .bits(8, 8, 7, false)
            .packed(first, rest);
    double[] pixels = frames(bytes).get(0);
    for (int i = 0; i < pixels.length; i++) {
      int grey = i / 2;
      assertThat(pixels[i]).isCloseTo(grey, within(4.0));
    }
  }

  @Test
  void jpeg2000PicturesAreUnpacked() throws IOException {
    byte[] packed = picture("jpeg2000", BufferedImage.TYPE_USHORT_GRAY);
    DicomBytes bytes =
        DicomBytes.picture(TransferSyntax.JPEG_2000_LOSSLESS, 16, 16)
            .bits(16, 16, 15, false)
            .packed(packed);
    double[] pixels = frames(bytes).get(0);
    for (int i = 0; i < pixels.length; i++) {
      int grey = i / 2;
      assertThat(pixels[i]).isEqualTo(grey);
    }
  }

  @Test
  void sequencesArePassedOverWithThePicturesInThem() {
    DicomBytes plain = DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 1);
    ByteArrayOutputStream nested = new ByteArrayOutputStream();
    nested.writeBytes(plain.item(Tag.ITEM, -1));
    byte[] icon = DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 9, 9).pixels(7).bytes();
    nested.write(icon, 160, icon.length - 160);
    nested.writeBytes(plain.item(Tag.ITEM_END, 0));
    nested.writeBytes(plain.item(Tag.ITEM, 4));
    nested.writeBytes(new byte[4]);
    nested.writeBytes(plain.item(Tag.SEQUENCE_END, 0));
    plain.undefined(PRIVATE_SEQUENCE, "SQ", nested.toByteArray()).pixels(5);
    assertThat(frames(plain).get(0)).containsExactly(5);
  }

  @ParameterizedTest
  @EnumSource(TransferSyntax.class)
  void aSyntaxThatIsNotReadIsNamedWithItsConverter(TransferSyntax syntax) {
    if (syntax.packing() != TransferSyntax.Packing.FOREIGN) {
      return;
    }
    DicomFile file = open(DicomBytes.picture(syntax, 1, 1).packed(new byte[2]));
    assertThatThrownBy(() -> file.readFrames((frame, stored) -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(file.path().toString(), syntax.words(), syntax.uid())
        .hasMessageContaining("convert it with " + syntax.converter());
  }

  @Test
  void aSyntaxThatIsNotKnownIsNamed() {
    DicomBytes bytes =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 1)
            .pixels(1)
            .withSyntax("1.2.3.4");
    refused(bytes, "the transfer syntax 1.2.3.4", "gdcmconv --raw");
  }

  @Test
  void colourAndEnhancedFilesAreToldApart() {
    DicomBytes colour =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 1).number(0x00280002, 3);
    refused(colour.pixels(1, 2), "picture in colour");
    DicomBytes enhanced =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 1)
            .text(0x00280008, "IS", "2")
            .raw(0x52009229, "SQ", new byte[0]);
    refused(enhanced.pixels(1, 2), "enhanced file with 2 pictures", "dcm2niix");
  }

  @Test
  void floatingPointPixelsAreRead() {
    for (TransferSyntax syntax :
        List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_BIG_ENDIAN)) {
      DicomBytes plain = DicomBytes.picture(syntax, 1, 2).text(0x00281053, "DS", "2");
      plain.floats(-0.25f, 1e20f).writeTo(folder.resolve("f/a.dcm"));
      assertThat(Volumes.read(folder.resolve("f")).voxels()).containsExactly(-0.5f, 2e20f);
      assertThat(Volumes.info(folder.resolve("f")).dtype()).isEqualTo("float32");
      plain.without(Tag.FLOAT_PIXEL_DATA).doubles(0.125, 3).writeTo(folder.resolve("f/a.dcm"));
      assertThat(Volumes.read(folder.resolve("f")).voxels()).containsExactly(0.25f, 6);
      assertThat(Volumes.info(folder.resolve("f")).dtype()).isEqualTo("float64");
    }
    DicomBytes bits = DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 1).floats(1);
    refused(bits.number(0x00280100, 16), "claims 16 bits for floating-point numbers of 32");
    DicomBytes.slice(1, 2, 0, 0, 0).floats(1).writeTo(folder.resolve("f/a.dcm"));
    assertThatThrownBy(() -> Volumes.read(folder.resolve("f"))).hasMessageContaining("4 bytes");
  }

  @Test
  void packedFloatingPointPixelsLeaveTheOtherSeriesOfAFolder() {
    DicomBytes.slice(1, 2, 0, 0, 0).pixels(1, 2).writeTo(folder.resolve("a.dcm"));
    DicomBytes.slice(1, 2, 0, 0, 0)
        .text(0x00200011, "IS", "7")
        .floats(1, 2)
        .withSyntax(TransferSyntax.RLE.uid())
        .writeTo(folder.resolve("b.dcm"));
    ScanFormat.Choice seven = ScanFormat.Choice.NONE.withSeries("7");
    assertThat(Volumes.openAll(folder, ScanFormat.Choice.NONE)).hasSize(2);
    assertThatThrownBy(() -> Volumes.open(folder, seven))
        .hasMessageContaining("b.dcm holds floating-point pixels that are packed as");
  }

  @Test
  void aFileWithoutPixelsIsNoPicture() {
    DicomBytes report =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 1, 1).without(0x00280010);
    assertThat(DicomFile.find(report.writeTo(folder.resolve("report.dcm")))).isEmpty();
  }

  private DicomFile open(DicomBytes bytes) {
    return DicomFile.open(bytes.writeTo(folder.resolve("a.dcm")));
  }

  private List<double[]> frames(DicomBytes bytes) {
    List<double[]> frames = new ArrayList<>();
    open(bytes).readFrames((frame, stored) -> frames.add(stored));
    return frames;
  }

  private void refused(DicomBytes bytes, String... parts) {
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(parts);
  }

  private static double[] row(double... values) {
    return values;
  }

  /** A picture of 16 x 16 pixels that grow slowly. */
  private static byte[] picture(String format, int type) throws IOException {
    BufferedImage image = new BufferedImage(16, 16, type);
    for (int i = 0; i < 256; i++) {
      image.getRaster().setSample(i % 16, i / 16, 0, i / 2);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }
}
