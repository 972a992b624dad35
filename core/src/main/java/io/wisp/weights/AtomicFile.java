package io.wisp.weights;

import io.wisp.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file beside its place, brings it safely to the disk, and moves it there. */
final class AtomicFile {
  /** Writes the content of the file. */
  @FunctionalInterface
  interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }

  private AtomicFile() {}

  static void create(Path file, Content content) {
    if (Files.exists(file)) {
      throw new UserError(file + " exists already: choose another name or remove it first");
    }
    replace(file, content);
  }

  static void replace(Path file, Content content) {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = null;
    try {
      temporary = Files.createTempFile(folder, "." + file.getFileName() + ".", ".tmp");
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        content.writeTo(channel);
        channel.force(true);
      }
      move(temporary, file);
      syncFolder(folder);
    } catch (IOException e) {
      throw new UserError("cannot write %s: %s".formatted(file, e), e);
    } finally {
      removeLeftover(temporary);
    }
  }

  private static void move(Path temporary, Path file) throws IOException {
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes the new name itself survive a power cut; not every system lets a folder be opened. */
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }

  private static void removeLeftover(Path temporary) {
    try {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      return;
    }
  }
}
