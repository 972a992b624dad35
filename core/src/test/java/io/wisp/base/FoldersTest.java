package io.wisp.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wisp.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir private Path folder;

  @Test
  void aFolderIsMadeWithThoseAboveIt() {
    Folders.make(folder.resolve("a/b"));
    assertThat(folder.resolve("a/b")).isDirectory();
  }

  @Test
  void lookingMakesNothing() {
    Path wanted = folder.resolve("a/b");
    assertThat(Folders.requireWritable(wanted)).isEqualTo(wanted);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("results"));
    assertThatThrownBy(() -> Folders.requireWritable(file.resolve("lgg")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file + " is a file");
    assertThatThrownBy(() -> Folders.make(file.resolve("lgg"))).isInstanceOf(UserError.class);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs POSIX permissions")
  void aFolderThatMayNotBeWrittenIsNamed() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(closed)).as("root may write anywhere").isFalse();
    assertThatThrownBy(() -> Folders.requireWritable(closed.resolve("out")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("you may not write to " + closed);
  }
}
