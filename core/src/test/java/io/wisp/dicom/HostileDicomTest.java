package io.wisp.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileDicomTest {
  private static final int PRIVATE = 0x00091001;
  private static final Duration SHORT = Duration.ofSeconds(5);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      names = {
        "IMPLICIT_LITTLE_ENDIAN",
        "EXPLICIT_LITTLE_ENDIAN",
        "EXPLICIT_BIG_ENDIAN",
        "DEFLATED"
      })
  void aFileCutOffAnywhereIsAnError(TransferSyntax syntax) throws IOException {
    byte[] whole = DicomBytes.picture(syntax, 2, 2).pixels(1, 2, 3, 4).bytes();
    for (int length = 0; length < whole.length - 1; length++) {
      Path file = Files.write(folder.resolve("a.dcm"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> readAll(file)).isInstanceOf(UserError.class);
    }
  }

  @Test
  void packedPixelsCutOffAnywhereAreAnError() throws IOException {
    byte[] packed = new byte[64 + 2 + 2];
    packed[0] = 2;
    packed[4] = 64;
    packed[8] = 66;
    packed[64] = -3;
    packed[66] = -3;
    byte[] whole = DicomBytes.picture(TransferSyntax.RLE, 2, 2).packed(packed).bytes();
    Path file = folder.resolve("a.dcm");
    Files.write(file, whole);
    assertThatCode(() -> readAll(file)).doesNotThrowAnyException();
    for (int length = 140; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> readAll(file)).isInstanceOf(UserError.class);
    }
  }

  @Test
  void anyOtherByteIsReadOrRefused() throws IOException {
    byte[] whole = DicomBytes.slice(2, 2, 1, 2, 3).pixels(1, 2, 3, 4).bytes();
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      byte[] changed = whole.clone();
      for (int change = 0; change < 3; change++) {
        changed[132 + random.nextInt(whole.length - 132)] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("a.dcm"), changed);
      try {
        readAll(file);
      } catch (UserError e) {
        assertThat(e.getMessage()).startsWith(file.toString());
      }
    }
  }

  @Test
  void giantLengthsAreRefusedBeforeRoomIsMade() {
    DicomBytes bytes = DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 2, 2);
    byte[] claim = bytes.item(Tag.ITEM, 0x7FFF_FFFF);
    refusedFast(bytes.undefined(PRIVATE, "SQ", claim), "claims 2,147,483,647 bytes");
  }

  @Test
  void sequencesThatLieDeepInOneAnotherAreRefused() {
    DicomBytes bytes = DicomBytes.picture(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, 2, 2);
    ByteArrayOutputStream nested = new ByteArrayOutputStream();
    for (int i = 0; i < 200_000; i++) {
      nested.writeBytes(bytes.item(Tag.ITEM, -1));
      nested.writeBytes(bytes.item(PRIVATE, -1));
    }
    refusedFast(bytes.undefined(PRIVATE, "SQ", nested.toByteArray()), "deep in one another");
  }

  @Test
  void aPictureLargerThanItsFileIsRefused() {
    DicomBytes bytes =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 20_000, 100).pixels(1, 2, 3, 4);
    refusedFast(bytes, "need 4,000,000");
    DicomBytes larger =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 65_535, 65_535).pixels(1);
    refusedFast(larger, "more than Java may hold");
    DicomBytes packed =
        DicomBytes.picture(TransferSyntax.RLE, 10_000, 1_000).packed(new byte[] {2, 0, 0, 0});
    refusedFast(packed, "run-length");
  }

  @Test
  void manyFramesInASmallFileAreRefused() {
    DicomBytes bytes =
        DicomBytes.picture(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 100, 100)
            .text(0x00280008, "IS", "2000000000")
            .pixels(1);
    refusedFast(bytes, "claims 2000000000 pictures");
  }

  @Test
  void aDeflatedFileOfNothingIsRefused() {
    DicomBytes bytes = DicomBytes.picture(TransferSyntax.DEFLATED, 2, 2);
    for (int i = 0; i < 5; i++) {
      bytes.raw(PRIVATE + i, "UN", new byte[64 << 20]);
    }
    refusedFast(bytes.pixels(1, 2, 3, 4), "first 256 MB");
  }

  @Test
  void numbersThatAreNoneAreNamed() {
    DicomBytes bytes = DicomBytes.slice(1, 1, 0, 0, 0).text(0x00280030, "DS", "wide\\1").pixels(1);
    refusedFast(bytes, "its pixel spacing is \"wide\\1\"");
    refusedFast(DicomBytes.slice(1, 1, Double.NaN, 0, 0).pixels(1), "its image position is \"NaN");
  }

  private void refusedFast(DicomBytes bytes, String part) {
    Path file = bytes.writeTo(folder.resolve("hostile.dcm"));
    Assertions.assertTimeoutPreemptively(
        SHORT,
        () ->
            assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(file.toString(), part));
  }

  private static void readAll(Path file) {
    DicomFile.open(file).readFrames((frame, stored) -> {});
  }
}
