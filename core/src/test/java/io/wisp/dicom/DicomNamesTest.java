package io.wisp.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.volume.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DICOM files are known by their content, whatever they are called. */
class DicomNamesTest {
  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(strings = {"a.MR", "a.IMA", "a.img", "a.hdr", "IM0001", "1.2.840.3", "a.DCM", "a.x"})
  void anyNameWillDo(String name) {
    Path file = root.resolve("series").resolve(name);
    DicomBytes.slice(1, 2, 0, 0, 0).pixels(3, 4).writeTo(file);
    assertThat(Volumes.find(root)).containsExactly(file.getParent());
    assertThat(Volumes.read(file).voxels()).containsExactly(3, 4);
    assertThat(Volumes.read(file.getParent()).voxels()).containsExactly(3, 4);
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE_ENDIAN", "EXPLICIT_LITTLE_ENDIAN", "EXPLICIT_BIG_ENDIAN"})
  void thePreambleMayBeMissing(TransferSyntax syntax) throws IOException {
    byte[] bare =
        DicomBytes.picture(syntax, 1, 2)
            .text(0x00080008, "CS", "ORIGINAL\\PRIMARY")
            .text(0x00080060, "CS", "MR")
            .pixels(3, 4)
            .bare();
    Path file = Files.write(root.resolve("scan"), bare);
    assertThat(Volumes.find(root)).containsExactly(root);
    assertThat(Volumes.read(file).voxels()).containsExactly(3, 4);
  }

  @Test
  void voxelsOfAPairAreNotTakenForElements() throws IOException {
    byte[] labels = {8, 0, 0, 0, 8, 0, 1, 0, 8, 0, 2, 0, 0, 0, 0, 0, 8, 0, 3, 0, 2, 0, 0, 0};
    assertThat(DicomFile.isDicom(Files.write(root.resolve("a.img"), labels))).isFalse();
    assertThat(Volumes.find(root)).containsExactly(root.resolve("a.img"));
  }

  @Test
  void textIsNoDicomFile() throws IOException {
    Path file =
        Files.writeString(root.resolve("notes"), "\u0008\u0000 is where it began".repeat(20));
    assertThat(DicomFile.isDicom(file)).isFalse();
  }
}
