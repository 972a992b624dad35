package io.wisp.report;

import io.wisp.AtomicFile;
import io.wisp.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes whole files, and makes the folders they need. */
final class Output {
  private Output() {}

  static void write(Path file, byte[] bytes, IfExists ifExists) {
    AtomicFile.Content content =
        channel -> {
          ByteBuffer left = ByteBuffer.wrap(bytes);
          while (left.hasRemaining()) {
            channel.write(left);
          }
        };
    makeFolder(file);
    switch (ifExists) {
      case FAIL -> AtomicFile.create(file, content);
      case REPLACE -> AtomicFile.replace(file, content);
    }
  }

  private static void makeFolder(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UserError("cannot make the folder of %s: %s".formatted(file, e), e);
    }
  }
}
