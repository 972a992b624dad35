package io.wisp.base;

import io.wisp.BadFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finished pieces of long work, kept as records in JSON. */
public final class JsonFile {
  private JsonFile() {}

  /** The content of a file; empty if there is none. */
  public static <T> Optional<T> read(Path file, Class<T> type) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          SettingsTree.as(type, SettingsTree.JSON.readTree(file.toFile()), file.toString()));
    } catch (IOException e) {
      throw new BadFile(file, "%s is damaged: remove it, and it is made again.".formatted(file), e);
    }
  }

  /** Writes or replaces a file; makes its folder if it is missing. */
  public static void write(Path file, Object record) {
    try {
      Folders.make(file.getParent());
      AtomicFile.replaceText(file, SettingsTree.JSON.writeValueAsString(record));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
