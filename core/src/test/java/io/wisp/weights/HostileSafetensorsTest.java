package io.wisp.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileSafetensorsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|not a JSON object",
        "{\"a\":1}|not an object",
        "{\"a\"|not valid JSON",
        "{} {}|goes on",
        "{\"__metadata__\":{\"k\":1}}|more than strings",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}|data_offsets",
        "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}|lacks a dtype or a shape",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}|no whole number",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}|no whole number",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,4]}}|JSON",
        "{\"a\":{\"dtype\":\"F8_E5M2\",\"shape\":[4],\"data_offsets\":[0,4]}}|'F8_E5M2'",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}|does not fit",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}}|counted",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}|beyond the end",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[4,0]}}|ends before",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[1,4]}}|gap",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]}}|belong to no tensor",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]},"
            + "\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[2,4]}}|overlaps",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]},"
            + "\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}|uplicate",
      })
  void saysWhatIsWrongWithAHeader(String header, String because) {
    Path file = write(header.getBytes(StandardCharsets.UTF_8), -1);

    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("w.safetensors")
        .hasMessageContaining(because);
  }

  @Test
  void doesNotBelieveTheLengthOfTheHeader() {
    for (long length : new long[] {0, 1, 3, 1L << 20, Long.MAX_VALUE, Long.MIN_VALUE, -2}) {
      Path file = write(new byte[] {'{', '}'}, length);
      assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(UserError.class);
    }
    Path empty = CheckpointZip.write(folder.resolve("empty"), new byte[0]);
    assertThatThrownBy(() -> Safetensors.read(empty)).isInstanceOf(UserError.class);
  }

  @Test
  void outlastsDeepNesting() {
    String deep = "{\"a\":{\"x\":" + "[".repeat(500_000) + "]".repeat(500_000) + "}}";
    Path file = write(deep.getBytes(StandardCharsets.UTF_8), -1);
    assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(UserError.class);
  }

  @Test
  void allowsEmptyTensorsAndNoTensors() {
    String header =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,9223372036854775807],\"data_offsets\":[4,4]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}   ";
    TensorFile read = Safetensors.read(write(header.getBytes(StandardCharsets.UTF_8), -1));
    assertThat(read.get("a").elementCount()).isZero();
    assertThat(read.get("b").floats()).hasSize(1);
    assertThat(Files.exists(read.source())).isTrue();
  }

  /** The header, behind its length (or a lie), and four bytes of data. */
  private Path write(byte[] header, long length) {
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + header.length + 4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(length == -1 ? header.length : length)
            .put(header);
    return CheckpointZip.write(folder.resolve("w.safetensors"), bytes.array());
  }
}
