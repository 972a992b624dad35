package io.wisp.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class FolderLockTest {
  @TempDir private Path temporary;

  @Test
  void theFolderIsMadeAndTheFileIsHiddenAndGoesWithTheLock() throws IOException {
    Path run = temporary.resolve("a/run");
    try (FolderLock lock = FolderLock.in(run)) {
      Files.createFile(run.resolve("metrics.csv"));
      assertThat(run.toFile().list()).containsExactlyInAnyOrder(".lock", "metrics.csv");
      assertThat(Folders.files(run)).containsExactly(run.resolve("metrics.csv"));
    }
    assertThat(run.toFile().list()).containsExactly("metrics.csv");
  }

  @Test
  void foldersToWhichNothingIsWrittenGoWithTheLock() {
    try (FolderLock lock = FolderLock.in(temporary.resolve("a/run"))) {
      assertThat(temporary.resolve("a/run")).isDirectory();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aFolderThatWasThereStays() throws IOException {
    Path run = Files.createDirectory(temporary.resolve("run"));
    FolderLock.in(run).close();
    assertThat(run).isEmptyDirectory();
  }

  @Test
  void closedAgainItLeavesTheFolderToItsNextHolder() throws IOException {
    FolderLock first = FolderLock.in(temporary);
    first.close();
    try (FolderLock second = FolderLock.in(temporary)) {
      first.close();
      assertThat(temporary.resolve(".lock")).exists();
      refuse(() -> FolderLock.in(temporary));
    }
  }

  @Test
  void besideAFolderItMayBeMovedAway() throws IOException {
    Path store = Files.createDirectory(temporary.resolve("store"));
    try (FolderLock lock = FolderLock.beside(store)) {
      assertThat(store).isEmptyDirectory();
      Files.move(store, temporary.resolve("old"));
      refuse(() -> FolderLock.beside(store));
    }
    assertThat(temporary.toFile().list()).containsExactly("old");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links are for administrators")
  void inOneProcessAFolderIsTakenOnceByWhateverName() throws IOException {
    Path run = Files.createDirectory(temporary.resolve("run"));
    Path link = Files.createSymbolicLink(temporary.resolve("link"), run);
    try (FolderLock lock = FolderLock.in(run)) {
      refuse(() -> FolderLock.in(run));
      refuse(() -> FolderLock.in(link));
    }
    FolderLock.in(link).close();
    assertThat(run).isEmptyDirectory();
  }

  @Test
  void aRefusalInOneProcessLeavesTheLockToItsHolder() throws Exception {
    try (FolderLock lock = FolderLock.in(temporary)) {
      refuse(() -> FolderLock.in(temporary));
      assertThat(Holder.of(temporary).firstLine()).startsWith("refused");
    }
  }

  @Test
  void anotherProcessIsNamedWithWhatToDo() throws Exception {
    try (Holder other = Holder.of(temporary)) {
      assertThat(other.firstLine()).isEqualTo("taken");
      assertThatThrownBy(() -> FolderLock.in(temporary))
          .isInstanceOf(UserError.class)
          .hasMessageMatching(
              "The folder %s is in use: process %s on \\S+ has been writing to it since 2\\S+Z\\. Wait until that ends, stop it, or choose another folder\\."
                  .formatted(temporary, other.process().pid()));
    }
  }

  @Test
  void theLockOfAKilledProcessEndsWithIt() throws Exception {
    Holder other = Holder.of(temporary);
    assertThat(other.firstLine()).isEqualTo("taken");
    other.close();
    assertThat(temporary.resolve(".lock")).exists();
    FolderLock.in(temporary).close();
    assertThat(temporary).isEmptyDirectory();
  }

  /** Between opening and locking, the file may be released and another be made in its place. */
  @Test
  void aFileThatWasReleasedMeanwhileIsNotTheLock() throws IOException {
    Path file = temporary.resolve(".lock");
    FolderLock first = FolderLock.in(temporary);
    boolean[] released = new boolean[1];
    LockFile second =
        new LockFile(
            temporary,
            file,
            (channel, position) -> {
              if (!released[0]) {
                released[0] = true;
                first.close();
              }
              return channel.tryLock(position, 1, false);
            });
    FileChannel channel = second.take().orElseThrow();
    assertThat(file).exists();
    LockFile.release(file, channel);
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileSystemWithoutLocksHindersNobody() throws IOException {
    LockFile file =
        new LockFile(
            temporary,
            temporary.resolve(".lock"),
            (channel, position) -> {
              throw new IOException("No locks available");
            });
    assertThat(file.take()).isEmpty();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file stays there")
  void aFileInTheWayIsAUsersMistake() throws IOException {
    Path file = Files.createFile(temporary.resolve("run"));
    assertThatThrownBy(() -> FolderLock.in(file)).isInstanceOf(UserError.class);
    Files.writeString(file, "still mine", StandardOpenOption.WRITE);
  }

  private static void refuse(Runnable taking) {
    assertThatThrownBy(taking::run)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is in use by this process");
  }

  /** A process that takes a folder, says so, and keeps it until it is killed. */
  private record Holder(Process process, BufferedReader output) implements AutoCloseable {
    static Holder of(Path folder) throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Taking.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new Holder(process, process.inputReader());
    }

    String firstLine() throws IOException {
      return output.readLine();
    }

    @Override
    public void close() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }

  /** Run by {@link Holder}. */
  static final class Taking {
    private Taking() {}

    public static void main(String[] arguments) throws InterruptedException {
      try (FolderLock lock = FolderLock.in(Path.of(arguments[0]))) {
        System.out.println("taken");
        Thread.sleep(TimeUnit.MINUTES.toMillis(1));
      } catch (UserError e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
  }
}
