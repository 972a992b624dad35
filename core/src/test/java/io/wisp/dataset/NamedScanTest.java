package io.wisp.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.dicom.DicomBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedScanTest {
  @TempDir private Path folder;

  @Test
  void aFolderGivesTheScansOfTheModelsModality() throws IOException {
    touch("a/a_flair.nii.gz", "a/a_t1.nii.gz", "a/a_seg.nii.gz", "b/b-t2f.nii.gz");
    assertThat(scans("flair")).extracting(NamedScan::name).containsExactly("a", "b");
  }

  @Test
  void severalChannelsOfACaseBelongTogether() throws IOException {
    touch("a/a_flair.nii.gz", "a/a_t1.nii.gz", "a/a_seg.nii.gz", "b/b-t2f.nii", "b/b-t1n.nii");
    List<NamedScan> scans = scans("t1", "flair");
    assertThat(scans).extracting(NamedScan::name).containsExactly("a", "b");
    assertThat(scans.get(1).channels())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("b-t1n.nii", "b-t2f.nii");
  }

  @Test
  void aMissingChannelIsNamedWhenItIsToBeRead() throws IOException {
    touch("a/a_flair.nii.gz");
    List<String> kinds = List.of("t1", "flair");
    NamedScan scan = NamedScan.of(List.of(folder), kinds).get(0);
    assertThatThrownBy(() -> scan.read(kinds, ScanReader.STRICT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("but a has no t1 scan");
  }

  @Test
  void namesTellInAnyCaseWhatAFileIs() throws IOException {
    touch("p1_flair.nii.gz", "p2_FLAIR.NII.GZ", "p3.nii.gz", "p1_SEG.nii.gz", "p1_T1.nii");
    touch("notes.txt", "p4_Mask.nii");
    assertThat(scans("flair")).extracting(NamedScan::name).containsExactly("p1", "p2");
    Set<Path> used = Set.of(folder.resolve("p1_flair.nii.gz"), folder.resolve("p2_FLAIR.NII.GZ"));
    assertThat(NamedScan.find(List.of(folder), List.of("flair")).leftOut(used))
        .extracting(one -> folder.relativize(Path.of(one.path())) + ": " + one.reason())
        .containsExactly(
            "notes.txt: no scan in a format that is read",
            "p1_SEG.nii.gz: a mask or map by its name",
            "p1_T1.nii: another kind of scan than flair",
            "p3.nii.gz: its name does not tell that it is flair",
            "p4_Mask.nii: a mask or map by its name");
  }

  @Test
  void whereNoNameTellsTheKindThoseOfAnotherAreLeftOut() throws IOException {
    touch("a.nii", "b_T1.nii", "b-seg.nii");
    assertThat(scans("flair")).extracting(NamedScan::name).containsExactly("a");
    Files.delete(folder.resolve("a.nii"));
    assertThatThrownBy(() -> scans("flair"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no flair scan by the names of its files: b-seg.nii, b_T1.nii");
  }

  @Test
  void aMaskIsNoScanEvenIfItIsGivenByName() throws IOException {
    touch("a_SEG.nii.gz");
    List<Path> given = List.of(folder.resolve("a_SEG.nii.gz"));
    NamedScan scan = NamedScan.of(given, List.of("flair")).get(0);
    assertThatThrownBy(() -> scan.read(List.of("flair"), ScanReader.STRICT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is a mask or map by its name");
  }

  @Test
  void dicomFoldersAreCalledAfterTheirCase() throws IOException {
    series(folder.resolve("MR/8/T2SPIR/DICOM_anon/1.dcm"));
    series(folder.resolve("MR/8/T1DUAL/DICOM_anon/InPhase/1.dcm"));
    series(folder.resolve("MR/9/T2SPIR/DICOM_anon/1.dcm"));
    assertThat(scans("t2spir")).extracting(NamedScan::name).containsExactly("8", "9");
    assertThat(scans("t1dual-in"))
        .extracting(scan -> scan.channels().get(0).getFileName().toString())
        .containsExactly("InPhase");
    Path series = folder.resolve("MR/9/T2SPIR/DICOM_anon");
    assertThat(NamedScan.of(List.of(series), List.of("t2spir")))
        .extracting(NamedScan::name)
        .containsExactly("9");
  }

  @Test
  void twoScansOfOneNameAreRefused() throws IOException {
    touch("x/a_flair.nii.gz", "y/a_flair.nii.gz");
    assertThatThrownBy(() -> scans("flair"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("would both be written as a");
  }

  @Test
  void aFolderWithoutScansIsRefused() {
    assertThatThrownBy(() -> scans("flair"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no scan, that is, none that is DICOM");
  }

  private List<NamedScan> scans(String... modalities) {
    return NamedScan.of(List.of(folder), List.of(modalities));
  }

  private static void series(Path file) {
    DicomBytes.slice(1, 1, 0, 0, 0).pixels(1).writeTo(file);
  }

  private void touch(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.createFile(folder.resolve(name));
    }
  }
}
