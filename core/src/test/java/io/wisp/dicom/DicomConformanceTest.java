package io.wisp.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wisp.UserError;
import io.wisp.volume.SharedData;
import io.wisp.volume.VolumeInfo;
import io.wisp.volume.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds what Wisp reads against what pydicom read from the public conformance files. */
class DicomConformanceTest {
  private static final TypeReference<Map<String, JsonNode>> ENTRIES = new TypeReference<>() {};

  @TestFactory
  Stream<DynamicTest> everyFileReadsAsPydicomReadsIt() throws IOException {
    Optional<Path> folder = SharedData.folder("io");
    assumeTrue(folder.isPresent(), "no shared data: set WISP_DATA to their folder");
    Path expected = folder.orElseThrow().resolve("expected.json");
    return new ObjectMapper()
        .readValue(Files.readString(expected), ENTRIES).entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("dicom/"))
            .map(
                entry ->
                    DynamicTest.dynamicTest(
                        entry.getKey(),
                        () ->
                            check(folder.orElseThrow().resolve(entry.getKey()), entry.getValue())));
  }

  private static void check(Path file, JsonNode expected) {
    if (expected.has("pixels")) {
      assertThatThrownBy(() -> Volumes.read(file)).isInstanceOf(UserError.class);
      assertThatThrownBy(() -> Volumes.info(file)).isInstanceOf(UserError.class);
      return;
    }
    VolumeInfo info = Volumes.info(file);
    DicomInfo dicom = (DicomInfo) info.details();
    assertThat(dicom.transferSyntax()).isEqualTo(expected.get("transfer_syntax").asText());
    assertThat(dicom.rows()).isEqualTo(expected.get("rows").asInt());
    assertThat(dicom.columns()).isEqualTo(expected.get("columns").asInt());
    assertThat(dicom.frames()).isEqualTo(expected.get("frames").asInt());
    assertThat(dicom.bitsStored()).isEqualTo(expected.get("bits_stored").asInt());
    assertThat(dicom.signed()).isEqualTo(expected.get("signed").asBoolean());
    assertThat(dicom.slope()).isCloseTo(expected.get("slope").asDouble(), within(1e-6));
    assertThat(dicom.intercept()).isCloseTo(expected.get("intercept").asDouble(), within(1e-6));
    near(dicom.spacing(), expected.get("spacing"));
    near(dicom.position(), expected.get("position"));
    assertThat(dicom.pixelSum()).isEqualTo(expected.get("pixel_sum").asDouble());
    assertThat(dicom.pixelMin()).isEqualTo(expected.get("pixel_min").asDouble());
    assertThat(dicom.pixelMax()).isEqualTo(expected.get("pixel_max").asDouble());
    float[] voxels = Volumes.read(file).voxels();
    double sum = IntStream.range(0, voxels.length).mapToDouble(i -> voxels[i]).sum();
    double real = dicom.slope() * dicom.pixelSum() + dicom.intercept() * voxels.length;
    assertThat(sum).isCloseTo(real, within(1e-6 * real));
    assertThat(info.sum()).isCloseTo(real, within(1e-9 * real));
  }

  private static void near(List<Double> found, JsonNode expected) {
    assertThat(found).hasSize(expected.size());
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).isCloseTo(expected.get(i).asDouble(), within(1e-6));
    }
  }
}
