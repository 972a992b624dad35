package io.wisp.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wisp.BadFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of every kind, against what Pillow and numpy read, see {@code make.py} beside them. */
class PictureFileTest {
  /** Decoders of JPEG, and of the 16-bit colours of TIFF palettes, may differ by rounding. */
  private static final float ROUNDING = 2;

  static Stream<String> names() {
    Iterable<String> names = expected()::fieldNames;
    return StreamSupport.stream(names.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("names")
  void isReadByItsOwnRules(String name) {
    JsonNode wanted = expected().get(name);
    Path file = folder().resolve(name);
    if (wanted.isNull()) {
      assertThatThrownBy(() -> PictureFile.read(file))
          .isInstanceOf(BadFile.class)
          .hasMessageContaining(name);
      return;
    }
    PictureFile picture = PictureFile.read(file);
    assertSame(picture.grey(), wanted.get("grey"), name);
    JsonNode labels = wanted.get("labels");
    if (labels.isNull()) {
      assertThatThrownBy(picture::labels)
          .isInstanceOf(BadFile.class)
          .hasMessageContaining("the mask")
          .hasMessageContaining(name);
    } else {
      assertSame(picture.labels(), labels, name);
    }
  }

  private static void assertSame(float[] found, JsonNode wanted, String name) {
    float tolerance = name.endsWith("jpg") || name.equals("palette.tif") ? ROUNDING : 1e-4f;
    assertThat(found).hasSize(wanted.size());
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i])
          .as("pixel %s of %s", i, name)
          .isCloseTo((float) wanted.get(i).asDouble(), within(tolerance));
    }
  }

  private static JsonNode expected() {
    try {
      return new ObjectMapper().readTree(folder().resolve("expected.json").toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(PictureFileTest.class.getResource("pictures").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
