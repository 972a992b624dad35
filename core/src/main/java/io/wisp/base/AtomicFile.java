package io.wisp.base;

import io.wisp.BadFile;
import io.wisp.TargetExists;
import io.wisp.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file beside its place, syncs it to the disk, and moves it there. */
public final class AtomicFile {
  /** Writes the content of the file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }

  private AtomicFile() {}

  /**
   * Writes a new file.
   *
   * @throws UserError if the file exists or cannot be written
   */
  public static void create(Path file, Content content) {
    if (Files.exists(file)) {
      throw new TargetExists(
          file, file + " exists already: choose another name or remove it first");
    }
    replace(file, content);
  }

  /** As {@link #create}, but replaces a file that exists. */
  public static void replace(Path file, Content content) {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new BadFile(
          file,
          "cannot write %s: the folder %s does not exist".formatted(file.getFileName(), folder));
    }
    Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(channel);
        channel.force(true);
      }
      move(temporary, file);
      syncFolder(folder);
    } catch (IOException e) {
      throw new BadFile(
          file,
          "cannot write %s: %s: check the folder's permissions and the space on the disk."
              .formatted(file, e),
          e);
    } finally {
      removeLeftover(temporary);
    }
  }

  /** Writes a text in UTF-8; replaces a file that exists. */
  public static void replaceText(Path file, String text) {
    replace(file, channel -> channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
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
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      return;
    }
  }
}
