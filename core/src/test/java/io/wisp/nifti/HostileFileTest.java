package io.wisp.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.BadFile;
import io.wisp.BadSetting;
import io.wisp.volume.Volumes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file that is wrong gives a sentence, at once. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HostileFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"x.nii", "x.nii.gz", "x.hdr", "x.img.gz"})
  void aMissingFile(String name) {
    assertRefused(folder.resolve(name), name + " does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.nii", "x.nii.gz"})
  void anEmptyFile(String name) throws IOException {
    assertRefused(Files.createFile(folder.resolve(name)), "is empty");
  }

  @Test
  void aFolder() throws IOException {
    assertRefused(Files.createDirectory(folder.resolve("x.nii")), "is a folder");
  }

  @Test
  void anotherKindOfName() throws IOException {
    assertRefused(Files.createFile(folder.resolve("x.txt")), "NIfTI (.nii");
  }

  @Test
  void anotherKindOfContent() throws IOException {
    byte[] noise = new byte[2000];
    new Random(1).nextBytes(noise);
    assertRefused(Files.write(folder.resolve("x.nii"), noise), "is not a NIfTI scan");
    assertRefused(Files.write(folder.resolve("x.nii.gz"), ScanFile.gzip(noise)), "not a NIfTI");
  }

  @ParameterizedTest
  @CsvSource({"abcd, older Analyze", "n+2, older Analyze", "ni1, name it .hdr"})
  void aWrongMagic(String magic, String complaint) throws IOException {
    assertRefused(ScanFile.small().set(HeaderField.MAGIC, magic), complaint);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 8, 20000})
  void anAbsurdNumberOfDimensions(int rank) throws IOException {
    assertRefused(ScanFile.small().set(HeaderField.SHAPE, rank), rank + " dimensions");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -4})
  void anAxisWithoutVoxels(long extent) throws IOException {
    assertRefused(ScanFile.small().shape(4, extent, 2), extent + " voxels along axis 2");
  }

  @Test
  void aTrillionVoxels() throws IOException {
    assertRefused(ScanFile.small().shape(10_000, 10_000, 10_000), "too small for the 10000x10000");
  }

  @Test
  void moreVoxelsThanANumberCanCount() throws IOException {
    ScanFile scan = new ScanFile(2, ByteOrder.LITTLE_ENDIAN).voxels(DataType.UINT8, 1);
    assertRefused(scan.shape(1L << 40, 1L << 40, 1), "impossible shape");
    assertRefused(scan.shape(Long.MAX_VALUE), "impossible shape");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e30, -5, 100, Double.NaN, Double.POSITIVE_INFINITY})
  void voxelsAtAnAbsurdPlace(double offset) throws IOException {
    assertRefused(ScanFile.small().set(HeaderField.DATA_OFFSET, offset), "puts the voxels at byte");
  }

  @Test
  void voxelsBeyondTheEnd() throws IOException {
    assertRefused(ScanFile.small().set(HeaderField.DATA_OFFSET, 1 << 30), "too small");
  }

  @ParameterizedTest
  @CsvSource({"32, complex", "128, RGB", "1536, 128-bit", "2304, RGB", "1, bits", "77, code 77"})
  void aTypeThatIsNotARealNumber(int code, String complaint) throws IOException {
    assertRefused(ScanFile.small().set(HeaderField.DATA_TYPE, code), complaint);
  }

  @Test
  void aPlaceThatIsNotFinite() throws IOException {
    assertRefused(
        ScanFile.small().set(HeaderField.SFORM_CODE, 1).set(HeaderField.SFORM_ROWS, Double.NaN),
        "not finite");
    assertRefused(ScanFile.small().set(HeaderField.PIXDIM, List.of(1.0, Double.NaN)), "not finite");
    assertRefused(
        ScanFile.small().set(HeaderField.QFORM_CODE, 1).set(HeaderField.QUATERNION, 3),
        "longer than 1");
  }

  @Test
  void aScalingThatIsNotFinite() throws IOException {
    assertRefused(
        ScanFile.small().set(HeaderField.SLOPE, 1).set(HeaderField.INTERCEPT, Double.NaN),
        "intercept");
  }

  @Test
  void halfAPair() throws IOException {
    ScanFile.small().writePair(folder.resolve("p.hdr"), folder.resolve("q.img"));
    assertRefused(folder.resolve("p.hdr"), "other half p.img is missing");
    assertRefused(folder.resolve("q.img"), "other half q.hdr is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"p.hdr.gz", "p.img.gz"})
  void aPairWithADamagedChecksum(String damaged) throws IOException {
    Path header = folder.resolve("p.hdr.gz");
    ScanFile.small().writePair(header, folder.resolve("p.img.gz"));
    byte[] bytes = Files.readAllBytes(folder.resolve(damaged));
    bytes[bytes.length - 8] ^= 1;
    Files.write(folder.resolve(damaged), bytes);
    assertThatThrownBy(() -> Volumes.read(header))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining(damaged + " is damaged");
  }

  @Test
  void aSmallArchiveThatClaimsMuchTakesNoMemoryForIt() throws IOException {
    byte[] noise = new byte[2_000_000];
    new Random(1).nextBytes(noise);
    ScanFile scan = ScanFile.small().shape(500, 1000, 1000).rawVoxels(DataType.UINT8, noise);
    assertRefused(scan.writeTo(folder.resolve("x.nii.gz")), "ends too early");
  }

  @Test
  void aScanLargerThanAnArrayIsDescribedButNotRead() throws IOException {
    Path file = folder.resolve("large.nii");
    new ScanFile(2, ByteOrder.LITTLE_ENDIAN)
        .shape(1L << 31, 1, 1)
        .voxels(DataType.UINT8, 1)
        .writeTo(file);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(544 + (1L << 31));
    }
    assertThatThrownBy(() -> Volumes.read(file))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("more than the 2^31");
    assertThatThrownBy(() -> Volumes.readGeometry(file)).isInstanceOf(BadFile.class);
  }

  @Test
  void aFrameThatIsNotThere() throws IOException {
    Path file = ScanFile.small().writeTo(folder.resolve("x.nii"));
    for (int frame : new int[] {-1, 1}) {
      assertThatThrownBy(() -> Volumes.read(file, frame))
          .isInstanceOf(BadSetting.class)
          .hasMessageContaining("has no frame " + frame);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyCutOffFile(boolean compressed) throws IOException {
    byte[] whole = ScanFile.small().bytes();
    byte[] stored = compressed ? ScanFile.gzip(whole) : whole;
    Path file = folder.resolve("x.nii");
    for (int length = 0; length < stored.length; length++) {
      Files.write(file, Arrays.copyOf(stored, length));
      assertRefused(file, "x.nii");
    }
  }

  @Test
  void damageAnywhereIsASentenceOrHarmless() throws IOException {
    Random random = new Random(1);
    byte[] plain = ScanFile.small().bytes();
    byte[] packed = ScanFile.gzip(plain);
    int refused = 0;
    for (int round = 0; round < 1000; round++) {
      byte[] damaged = (round % 2 == 0 ? plain : packed).clone();
      for (int i = 0; i <= round % 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("x.nii"), damaged);
      try {
        Volumes.read(file);
        Volumes.info(file);
      } catch (BadFile | BadSetting e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(250, 999);
  }

  @Test
  void whatFollowsTheVoxelsIsPassedOver() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ScanFile.small().bytes());
    out.writeBytes(new byte[1000]);
    Path file = Files.write(folder.resolve("x.nii.gz"), ScanFile.gzip(out.toByteArray()));
    assertThat(Volumes.read(file).geometry().shapeText()).isEqualTo("4x3x2");
  }

  private void assertRefused(ScanFile scan, String complaint) throws IOException {
    assertRefused(scan.writeTo(folder.resolve("x.nii")), complaint);
    assertRefused(scan.writeTo(folder.resolve("x.nii.gz")), complaint);
  }

  private static void assertRefused(Path file, String complaint) {
    assertThatThrownBy(() -> Volumes.read(file))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining(file.toString().replaceAll("\\.(hdr|img).*", ""))
        .hasMessageContaining(complaint);
    assertThatThrownBy(() -> Volumes.info(file)).isInstanceOf(BadFile.class);
  }
}
