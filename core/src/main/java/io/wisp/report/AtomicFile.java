package io.wisp.report;

import io.wisp.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes whole files: to a name beside, then moved, so that nobody ever sees half a file. */
final class AtomicFile {
  private AtomicFile() {}

  static void write(Path file, byte[] content, IfExists ifExists) {
    Path target = file.toAbsolutePath();
    if (ifExists == IfExists.FAIL && Files.exists(target)) {
      throw new UserError(file + " exists already: move it away or choose another name.");
    }
    Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createDirectories(target.getParent());
      try {
        Files.write(beside, content, StandardOpenOption.CREATE_NEW);
        Files.move(
            beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }
}
