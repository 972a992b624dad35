package io.wisp.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("a.txt");
  }

  @Test
  void theFileHoldsWhatWasWritten() {
    AtomicFile.create(file, channel -> channel.write(bytes("β")));
    assertThat(file).hasContent("β");
  }

  @Test
  void aFileThatExistsIsNotCreatedAgain() {
    AtomicFile.replaceText(file, "old");
    assertThatThrownBy(() -> AtomicFile.create(file, channel -> channel.write(bytes("new"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("exists already");
    assertThat(file).hasContent("old");
  }

  @Test
  void theOldContentStaysInPlaceUntilTheNewIsComplete() {
    AtomicFile.replaceText(file, "old");
    AtomicFile.replace(
        file,
        channel -> {
          channel.write(bytes("half"));
          assertThat(file).hasContent("old");
        });
    assertThat(file).hasContent("half");
  }

  @Test
  void afterAFailureTheOldContentStaysAndNothingElse() {
    AtomicFile.replaceText(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFile.replace(
                    file,
                    channel -> {
                      channel.write(bytes("half"));
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("disk full");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aFolderThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> AtomicFile.replaceText(folder.resolve("none/a.txt"), ""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the folder " + folder.resolve("none") + " does not exist");
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
