package io.wisp.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wisp.BadFile;
import io.wisp.volume.SharedData;
import io.wisp.volume.VolumeInfo;
import io.wisp.volume.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds what Wisp reads against what nibabel read from the public conformance files. */
class NiftiConformanceTest {
  private static final TypeReference<Map<String, JsonNode>> ENTRIES = new TypeReference<>() {};

  @TestFactory
  Stream<DynamicTest> everyFileReadsAsNibabelReadsIt() throws IOException {
    Optional<Path> folder = SharedData.folder("io");
    assumeTrue(folder.isPresent(), "no shared data: set WISP_DATA to their folder");
    Path expected = folder.orElseThrow().resolve("expected.json");
    return new ObjectMapper()
        .readValue(Files.readString(expected), ENTRIES).entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("nifti/"))
            .map(
                entry ->
                    DynamicTest.dynamicTest(
                        entry.getKey(),
                        () ->
                            check(folder.orElseThrow().resolve(entry.getKey()), entry.getValue())));
  }

  private static void check(Path file, JsonNode expected) {
    if (!expected.get("ok").asBoolean()) {
      assertThatThrownBy(() -> Volumes.info(file)).isInstanceOf(BadFile.class);
      assertThatThrownBy(() -> Volumes.read(file)).isInstanceOf(BadFile.class);
      return;
    }
    VolumeInfo info = Volumes.info(file);
    assertThat(info.shape()).isEqualTo(numbers(expected.get("shape"), JsonNode::asLong));
    assertThat(info.zooms()).isEqualTo(numbers(expected.get("zooms"), JsonNode::asDouble));
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        assertThat(info.affine().get(row).get(column))
            .isCloseTo(expected.get("affine").get(row).get(column).asDouble(), within(1e-6));
      }
    }
    assertThat(info.axcodes()).isEqualTo(expected.get("axcodes").asText());
    assertThat(info.dtype()).isEqualTo(expected.get("dtype").asText());
    double sum = expected.get("sum").asDouble();
    assertThat(info.sum()).isCloseTo(sum, within(1e-12 * Math.abs(sum)));
    assertThat(info.min()).isEqualTo(expected.get("min").asDouble());
    assertThat(info.max()).isEqualTo(expected.get("max").asDouble());
    assertThat(info.first()).isEqualTo(expected.get("first").asDouble());
    assertThat(info.mid()).isEqualTo(expected.get("mid").asDouble());
    assertThat(Volumes.read(file, 0).voxels()[0]).isEqualTo((float) info.first());
  }

  private static <T> List<T> numbers(JsonNode array, Function<JsonNode, T> as) {
    return StreamSupport.stream(array.spliterator(), false).map(as).toList();
  }
}
