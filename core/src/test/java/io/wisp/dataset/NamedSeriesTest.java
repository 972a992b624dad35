package io.wisp.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.dicom.DicomBytes;
import io.wisp.volume.ScanFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedSeriesTest {
  private static final List<String> FLAIR = List.of("flair");
  private static final ScanFormat.Choice ALL =
      new ScanFormat.Choice(Optional.of("all"), Optional.empty());

  @TempDir private Path folder;

  @Test
  void allSeriesOfAFolderAreScansOfTheirOwn() {
    series(1);
    series(2);
    List<NamedScan> scans = all();
    assertThat(scans).extracting(NamedScan::name).containsExactly("case_1", "case_2");
    ScanReader reader = ScanReader.STRICT.withChoice(ALL);
    assertThat(scans.get(1).read(FLAIR, reader).get(0).voxels()).containsExactly(2, 2);
  }

  @Test
  void aFolderOfOneSeriesKeepsItsName() {
    series(1);
    List<NamedScan> scans = all();
    assertThat(scans).extracting(NamedScan::name).containsExactly("case");
    ScanReader reader = ScanReader.STRICT.withChoice(ALL);
    assertThat(scans.get(0).read(FLAIR, reader).get(0).voxels()).containsExactly(1, 1);
  }

  private List<NamedScan> all() {
    return NamedScan.of(List.of(folder), FLAIR).stream()
        .flatMap(scan -> scan.bySeries(ALL).stream())
        .toList();
  }

  private void series(int number) {
    DicomBytes.slice(1, 2, 0, 0, 0)
        .text(0x00200011, "IS", String.valueOf(number))
        .text(0x0020000E, "UI", "1.2." + number)
        .pixels(number, number)
        .writeTo(folder.resolve("case").resolve(number + ".dcm"));
  }
}
