package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wisp.UserError;
import io.wisp.nifti.DataType;
import io.wisp.nifti.NiftiFile;
import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InfoCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private Exception failure;

  @BeforeEach
  void writeScans() {
    Geometry geometry = Geometry.of(2, 2, 1, 1, 1, 3);
    Volume volume = new Volume(geometry, new float[] {1, 2, Float.NaN, 4});
    NiftiFile.write(folder.resolve("a/scan.nii.gz"), volume, DataType.FLOAT32);
    NiftiFile.write(folder.resolve("b/pair.hdr"), volume, DataType.FLOAT32);
  }

  @Test
  void aFileGivesOneFlatObject() throws IOException {
    assertThat(run(folder.resolve("a/scan.nii.gz"), "--json")).isZero();

    JsonNode info = new ObjectMapper().readTree(out.toString());
    assertThat(info.fieldNames())
        .toIterable()
        .containsExactly(
            "shape", "zooms", "affine", "axcodes", "dtype", "sum", "min", "max", "first", "mid",
            "frames");
    assertThat(info.get("shape").toString()).isEqualTo("[2,2,1]");
    assertThat(info.get("sum").asDouble()).isEqualTo(7);
  }

  @Test
  void aNumberThatIsNoneBecomesNull() throws IOException {
    Path file = folder.resolve("nan.nii");
    float[] nothing = {Float.NaN};
    NiftiFile.write(file, new Volume(Geometry.of(1, 1, 1, 1, 1, 1), nothing), DataType.FLOAT32);

    run(file, "--json");

    assertThat(new ObjectMapper().readTree(out.toString()).get("max").isNull()).isTrue();
  }

  @Test
  void aFolderListsItsScansByTheirPathsAndAPairOnce() throws IOException {
    assertThat(run(folder, "--json")).isZero();

    JsonNode scans = new ObjectMapper().readTree(out.toString());
    assertThat(scans.fieldNames()).toIterable().containsExactly("a/scan.nii.gz", "b/pair.hdr");
    assertThat(scans.get("b/pair.hdr").get("ok").asBoolean()).isTrue();
  }

  @Test
  void anUnreadableScanDoesNotHideTheOthers() throws IOException {
    Files.writeString(folder.resolve("broken.nii"), "this is no scan");

    assertThat(run(folder, "--json")).isEqualTo(3);

    JsonNode scans = new ObjectMapper().readTree(out.toString());
    assertThat(scans.size()).isEqualTo(3);
    assertThat(scans.get("broken.nii").get("ok").asBoolean()).isFalse();
    assertThat(scans.get("broken.nii").get("error").asText()).contains("not a NIfTI scan");
  }

  @Test
  void allThatAFolderHoldsIsAccountedFor() throws IOException {
    Files.writeString(folder.resolve("a/notes.txt"), "no scan");
    Files.createDirectories(folder.resolve("c/d"));
    Files.createDirectories(folder.resolve(".git"));

    assertThat(run(folder, "--json")).isZero();

    JsonNode all = new ObjectMapper().readTree(out.toString());
    assertThat(all.fieldNames())
        .toIterable()
        .containsExactly("a/scan.nii.gz", "b/pair.hdr", ".git", "a/notes.txt", "c/d");
    assertThat(all.get("a/notes.txt").toString())
        .isEqualTo("{\"ok\":false,\"left_out\":\"no scan in a format that is read\"}");
    assertThat(all.get("c/d").get("left_out").asText()).isEqualTo("a folder without files");
  }

  @Test
  void failingFastStopsAtTheFirst() throws IOException {
    Files.writeString(folder.resolve("broken.nii"), "this is no scan");

    run(folder, "--fail-fast");

    assertThat(failure).isInstanceOf(UserError.class).hasMessageContaining("not a NIfTI scan");
  }

  @Test
  void theTableNamesEveryScan() throws IOException {
    Files.writeString(folder.resolve("broken.nii"), "this is no scan");

    run(folder);

    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0)).startsWith("scan").contains("voxel size");
    assertThat(lines.get(1)).startsWith("a/scan.nii.gz").contains("2x2x1").contains("1 to 4");
    assertThat(lines.get(3)).startsWith("broken.nii").contains("unreadable, see below");
  }

  @Test
  void aFileGivesOneLineForEachProperty() {
    run(folder.resolve("a/scan.nii.gz"));

    assertThat(out.toString().lines())
        .contains("shape          2x2x1", "voxel size     1x1x3", "range          1 to 4");
  }

  @Test
  void aDicomFolderIsOneScan() throws IOException {
    Path series = folder.resolve("dicom");
    TinyDicom.slice(series.resolve("1.dcm"), 0);
    TinyDicom.slice(series.resolve("2.dcm"), 5);
    assertThat(run(series, "--json")).isZero();

    JsonNode info = new ObjectMapper().readTree(out.toString());
    assertThat(info.get("shape").toString()).isEqualTo("[10,10,2]");
    assertThat(info.get("zooms").toString()).isEqualTo("[1.0,1.0,5.0]");
    assertThat(info.get("sum").asDouble()).isEqualTo(9900);
    assertThat(info.get("dicom").get("files").asInt()).isEqualTo(2);
    assertThat(info.get("dicom").get("transfer_syntax").asText()).isEqualTo("1.2.840.10008.1.2.1");
  }

  @Test
  void dicomFilesThatAreNoSeriesAreOneLineWithTheReason() throws IOException {
    Path mixed = folder.resolve("dicom");
    TinyDicom.slice(mixed.resolve("1.dcm"), 5);
    TinyDicom.slice(mixed.resolve("2.dcm"), 5);
    assertThat(run(mixed)).isEqualTo(2);
    assertThat(failure).hasMessageContaining("1.dcm and 2.dcm lie at the same place");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void eachSeriesOfAFolderIsALine() throws IOException {
    Path mixed = folder.resolve("dicom");
    TinyDicom.slice(mixed.resolve("1.dcm"), 5, 3);
    TinyDicom.slice(mixed.resolve("2.dcm"), 10, 3);
    TinyDicom.slice(mixed.resolve("3.dcm"), 5, 4);
    assertThat(run(mixed, "--json")).isZero();
    JsonNode info = new ObjectMapper().readTree(out.toString());
    assertThat(info.get("series 3").get("shape").toString()).isEqualTo("[10,10,2]");
    assertThat(info.get("series 4").get("dicom").get("series_number").asText()).isEqualTo("4");
  }

  @Test
  void aSeriesIsChosen() throws IOException {
    Path mixed = folder.resolve("dicom");
    TinyDicom.slice(mixed.resolve("1.dcm"), 5, 3);
    TinyDicom.slice(mixed.resolve("2.dcm"), 10, 4);
    assertThat(run(mixed, "--series", "4")).isZero();
    assertThat(out.toString()).contains("10x10x1").doesNotContain("series 3");
  }

  @Test
  void aFolderWithoutScansIsAnError() throws IOException {
    run(Files.createDirectory(folder.resolve("empty")));

    assertThat(failure).isInstanceOf(UserError.class).hasMessageContaining("holds no scans");
  }

  private int run(Path source, String... options) {
    CommandLine command = new CommandLine(new InfoCommand());
    command.setOut(new PrintWriter(out, true));
    command.setExecutionExceptionHandler(
        (exception, line, result) -> {
          failure = exception;
          return 2;
        });
    String[] arguments = new String[options.length + 1];
    arguments[0] = source.toString();
    System.arraycopy(options, 0, arguments, 1, options.length);
    return command.execute(arguments);
  }
}
