package io.wisp.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IllustrationTest {
  private static final BufferedImage DOT = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

  @TempDir private Path folder;

  @Test
  void whatCannotBeDrawnIsMissingAndNoError() {
    Path file = folder.resolve("loss.png");
    Png.write(DOT, file);
    Illustration.write(
        file,
        it -> {
          throw new InternalError("no fonts");
        });
    assertThat(file).as("a picture of an older result").doesNotExist();
  }

  @Test
  void whatCannotBeWrittenIsMissingAndNoError() throws Exception {
    Path file = folder.resolve("loss.png");
    Files.createDirectories(file.resolve("in-the-way"));
    Illustration.write(file, it -> Png.write(DOT, it));
    assertThat(file).isDirectory();
  }
}
