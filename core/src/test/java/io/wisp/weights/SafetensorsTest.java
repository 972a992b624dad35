package io.wisp.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  private static final NamedArray FLOATS = NamedArray.ofFloats("b", new float[] {1, 2}, 2);
  private static final NamedArray BYTES = NamedArray.ofBytes("a", new byte[] {7, -1, 0}, 3, 1);

  @TempDir Path folder;

  @Test
  void laysTheFileOutAsTheFormatSays() throws IOException {
    Path file = folder.resolve("w.safetensors");

    Safetensors.write(file, Map.of("z", "1", "k", "ä"), List.of(BYTES, FLOATS));

    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) bytes.getLong()];
    bytes.get(header);
    assertThat(header.length % 8).isZero();
    assertThat(new String(header, StandardCharsets.UTF_8).stripTrailing())
        .isEqualTo(
            "{\"__metadata__\":{\"k\":\"ä\",\"z\":\"1\"},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"a\":{\"dtype\":\"U8\",\"shape\":[3,1],\"data_offsets\":[8,11]}}");
    assertThat(bytes.getFloat()).isEqualTo(1);
    assertThat(bytes.getFloat()).isEqualTo(2);
    assertThat(bytes.remaining()).isEqualTo(3);
  }

  @Test
  void givesTheSameBytesWhateverTheOrder() throws IOException {
    Path one = folder.resolve("one.safetensors");
    Path two = folder.resolve("two.safetensors");
    Safetensors.write(one, Map.of(), List.of(BYTES, FLOATS));
    Safetensors.write(two, Map.of(), List.of(FLOATS, BYTES));

    assertThat(one).hasSameBinaryContentAs(two);
  }

  @Test
  void overwritesOnlyWhenTold() throws IOException {
    Path file = folder.resolve("w.safetensors");
    Safetensors.write(file, Map.of(), List.of(FLOATS));

    assertThatThrownBy(() -> Safetensors.write(file, Map.of(), List.of(BYTES)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("exists already");
    Safetensors.replace(file, Map.of(), List.of(BYTES));

    assertThat(Safetensors.read(file).tensors()).containsOnlyKeys("a");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void leavesNothingBehindWhenWritingFails() throws IOException {
    Path file = folder.resolve("w.safetensors");

    assertThatThrownBy(() -> Safetensors.write(file, Map.of(), List.of(FLOATS, FLOATS)))
        .isInstanceOf(IllegalArgumentException.class);

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void namesTheFileThatIsMissingOrLacksATensor() {
    Path file = folder.resolve("w.safetensors");
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("w.safetensors does not exist");
    assertThatThrownBy(() -> Safetensors.read(folder)).isInstanceOf(UserError.class);

    Safetensors.write(file, Map.of(), List.of(FLOATS));
    assertThatThrownBy(() -> Safetensors.read(file).get("c"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no tensor 'c'; it holds 'b'");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "needs files with holes")
  void mapsFilesBeyondTwoGigabytes() throws IOException {
    Path file = folder.resolve("large.safetensors");
    String header =
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[2000000000],\"data_offsets\":[0,2000000000]},"
            + "\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[2000000000,2000000002]},"
            + "\"c\":{\"dtype\":\"U8\",\"shape\":[%s],\"data_offsets\":[2000000002,%s]}}";
    sparse(file, header.formatted("2000000000", "4000000002"), 4_000_000_002L);
    assertThat(Safetensors.read(file).get("b").longs()).containsExactly(0, 0);
    assertThat(Safetensors.read(file).get("c").data().get(1_999_999_999)).isEqualTo((byte) 9);

    sparse(file, header.formatted("3000000000", "5000000002"), 5_000_000_002L);
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("tensors below 2 GB");
  }

  /** A file of that header and so many bytes of data, zeros but for a 9 at the end. */
  private static void sparse(Path file, String header, long size) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.writeLong(Long.reverseBytes(json.length));
      out.write(json);
      out.seek(8 + json.length + size - 1);
      out.write(9);
    }
  }

  @Test
  void namesTheFolderThatIsMissing() {
    Path file = folder.resolve("none").resolve("w.safetensors");
    assertThatThrownBy(() -> Safetensors.write(file, Map.of(), List.of(FLOATS)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none does not exist");
  }

  @Test
  void readsAFileThatIsReplacedMeanwhile() {
    Path file = folder.resolve("w.safetensors");
    Safetensors.write(file, Map.of(), List.of(FLOATS));
    TensorFile before = Safetensors.read(file);

    Safetensors.replace(file, Map.of(), List.of(BYTES));

    assertThat(before.get("b")).isEqualTo(FLOATS);
  }
}
